import type { Calibration } from "./model.ts";

/** Newton steps; the likelihood is concave and two parameters settle in fewer. */
const STEPS = 25;
/** Least slope: the order of posteriors never changes. */
const LEAST_SLOPE = 0.05;
/** Smallest part of a Newton step that is tried before the fit is taken for settled. */
const LEAST_STEP = 1e-6;

/**
 * Fits a logistic curve that turns raw log-odds into calibrated ones: a posterior of 0.9 then means nine in ten.
 *
 * One element of `logOdds` (nats), `labels` (1 for spam) and `weights` (above 0) per unit, of documents that nothing was
 * fitted on. The slope is kept above 0, so that the order of posteriors never changes.
 *
 * Source: Platt, *Probabilistic Outputs for Support Vector Machines* (1999), §2, solved by Newton's method; a step that
 * would fit worse is halved.
 */
export function fitCalibration(
  logOdds: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
): Calibration {
  let fitted: Calibration = { slope: 1, intercept: 0 };
  let loss = lossOf(fitted, logOdds, labels, weights);
  for (let step = 0; step < STEPS; step++) {
    const { slope, intercept } = fitted;
    const whole = newtonStep(fitted, logOdds, labels, weights);
    for (let part = 1; part >= LEAST_STEP; part /= 2) {
      const next = {
        slope: Math.max(LEAST_SLOPE, slope - part * whole.slope),
        intercept: intercept - part * whole.intercept,
      };
      const nextLoss = lossOf(next, logOdds, labels, weights);
      if (nextLoss <= loss * (1 + 1e-12)) {
        fitted = next;
        loss = nextLoss;
        break;
      }
    }
  }
  return { slope: Math.fround(fitted.slope), intercept: Math.fround(fitted.intercept) };
}

/** Calibrated probability of raw log-odds, in [0, 1]. */
export function calibrated(logOdds: number, { slope, intercept }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logOdds + intercept)));
}

/** What to take off the parameters: the gradient of the loss by the inverse of its second derivatives. */
function newtonStep(
  calibration: Calibration,
  logOdds: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
): Calibration {
  let [gSlope, gIntercept, hSlope, hBoth, hIntercept] = [0, 0, 1e-6, 0, 1e-6];
  logOdds.forEach((x, i) => {
    const p = calibrated(x, calibration);
    const error = (weights[i] ?? 0) * (p - (labels[i] ?? 0));
    const curvature = (weights[i] ?? 0) * p * (1 - p);
    gSlope += error * x;
    gIntercept += error;
    hSlope += curvature * x * x;
    hBoth += curvature * x;
    hIntercept += curvature;
  });
  const determinant = hSlope * hIntercept - hBoth * hBoth;
  return {
    slope: (hIntercept * gSlope - hBoth * gIntercept) / determinant,
    intercept: (hSlope * gIntercept - hBoth * gSlope) / determinant,
  };
}

/** Weighted sum of −ln P(label), in nats. */
function lossOf(
  { slope, intercept }: Calibration,
  logOdds: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
): number {
  return logOdds.reduce((sum, x, i) => {
    const z = slope * x + intercept;
    // ln(1 + eᶻ), without overflow.
    const ifHam = Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
    return sum + (weights[i] ?? 0) * (ifHam - (labels[i] === 1 ? z : 0));
  }, 0);
}
