import { expect, test } from "vitest";
import { importPackage } from "../../src/io/import-package.ts";

const WANTED = { name: "@field/harvester", use: "Harvesting" };

function notFound(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

test.for([
  ["ERR_MODULE_NOT_FOUND", "Cannot find package '@field/harvester' imported from /app/a.js"],
  ["MODULE_NOT_FOUND", "Cannot find module '@field/harvester'\nRequire stack:\n- /app/a.js"],
  ["MODULE_NOT_FOUND", "Cannot find module '@field/harvester/lib/a.js'\nRequire stack:"],
] as const)("says how to install a package that is not there: %s, %s", async ([code, message]) => {
  const load = (): Promise<never> => Promise.reject(notFound(code, message));
  await expect(importPackage(WANTED, load)).rejects.toMatchObject({
    name: "TapisError",
    code: "ERR_DEPENDENCY_MISSING",
    message:
      "Harvesting needs the package @field/harvester, which is not installed: npm install @field/harvester",
  });
});

test("knows a package that is not there from what Node says of it", async () => {
  const name = "tapis-has-no-such-package";
  await expect(importPackage({ name, use: "This" }, () => import(name))).rejects.toMatchObject({
    code: "ERR_DEPENDENCY_MISSING",
  });
});

test.for([
  ["a package that it needs itself is missing", "Cannot find package 'sickle' imported from /app"],
  ["a package whose name begins alike is missing", "Cannot find package '@field/harvester-2'"],
])("throws on what else is wrong: %s", async ([, message = ""]) => {
  const error = notFound("ERR_MODULE_NOT_FOUND", message);
  await expect(importPackage(WANTED, () => Promise.reject(error))).rejects.toBe(error);
});

test("gives what was loaded", async () => {
  expect(await importPackage(WANTED, async () => 7)).toBe(7);
});
