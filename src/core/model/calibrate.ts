import type { Calibration } from "./model.ts";

/** Newton steps; the likelihood is concave and two parameters settle in fewer. */
const STEPS = 25;

/**
 * Fits a logistic curve that turns raw log-odds into calibrated ones: a posterior of 0.9 then means nine in ten.
 *
 * One element of `logOdds` (nats), `labels` (1 for spam) and `weights` (above 0) per unit, of documents that nothing was
 * fitted on. The slope is kept above 0, so that the order of posteriors never changes.
 *
 * Source: Platt, *Probabilistic Outputs for Support Vector Machines* (1999), §2, solved by Newton's method.
 */
export function fitCalibration(logOdds: Float64Array, labels: Uint8Array, weights: Float32Array): Calibration {
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    let [gSlope, gIntercept, hSlope, hBoth, hIntercept] = [0, 0, 1e-6, 0, 1e-6];
    logOdds.forEach((x, i) => {
      const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
      const error = (weights[i] ?? 0) * (p - (labels[i] ?? 0));
      const curvature = (weights[i] ?? 0) * p * (1 - p);
      gSlope += error * x;
      gIntercept += error;
      hSlope += curvature * x * x;
      hBoth += curvature * x;
      hIntercept += curvature;
    });
    const determinant = hSlope * hIntercept - hBoth * hBoth;
    slope = Math.max(0.05, slope - (hIntercept * gSlope - hBoth * gIntercept) / determinant);
    intercept -= (hSlope * gIntercept - hBoth * gSlope) / determinant;
  }
  return { slope: Math.fround(slope), intercept: Math.fround(intercept) };
}

/** Calibrated probability of raw log-odds, in [0, 1]. */
export function calibrated(logOdds: number, { slope, intercept }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logOdds + intercept)));
}
