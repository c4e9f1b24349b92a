import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanBytes } from "../../clean-bytes.ts";

describe("a file with an object", () => {
  test("loses its spam; numbers, order of keys and white space stay", async () => {
    const content = '\uFEFF{ "n": 1e400,\n  "text": "a\\nslot", "big": 12345678901234567890 }\n';
    const { bytes } = await cleanBytes("json", content);
    expect(bytes.toString()).toBe(content.replace("\\nslot", ""));
  });

  test("is rejected when it is not JSON", async () => {
    const { warnings, bytes } = await cleanBytes("json", '{"text": "slot', {
      rules: { keepsRejected: true },
    });
    expect(warnings).toEqual([expect.stringContaining("a:1: not JSON")]);
    expect(bytes.toString()).toBe('{"text": "slot');
  });
});

describe("a file with an array", () => {
  test("has a document in each element", async () => {
    const content = '[ {"text":"a\\nslot","x":{"text":"slot"}} ,\n{"text":["slot","b]"]}]';
    const { bytes, tally } = await cleanBytes("json", content);
    expect(bytes.toString()).toBe('[ {"text":"a","x":{"text":"slot"}} ,\n{"text":["b]"]}]');
    expect(tally.documents).toBe(2);
  });

  test("has elements without a text rejected alone, and keeps them", async () => {
    const content = '[1,{"text":"slot"},{"__proto__":{"text":"slot"}},[{"text":"slot"}]]';
    const { bytes, warnings } = await cleanBytes("json", content);
    expect(bytes.toString()).toBe(
      '[1,{"text":""},{"__proto__":{"text":"slot"}},[{"text":"slot"}]]',
    );
    expect(warnings).toEqual([
      "a:1: not a JSON object",
      'a:3: field "text" is missing (use --text-key to name another field)',
      "a:4: not a JSON object",
    ]);
  });

  test.for(["[{}", "[{},]", "[,{}]", "[{}] 1", "[{]}", '["a]'])(
    "is rejected whole when it is not JSON: %s",
    async (content) => {
      const { warnings } = await cleanBytes("json", content);
      expect(warnings).toEqual([expect.stringContaining("not JSON")]);
    },
  );

  test("may be empty", async () => {
    expect(await cleanBytes("json", " [ ] ")).toMatchObject({ bytes: Buffer.from(" [ ] ") });
  });

  test("may be nested as deep as it likes", async () => {
    const depth = 100_000;
    const content = `[${"[".repeat(depth)}${"]".repeat(depth)},{"text":"slot"}]`;
    const { tally } = await cleanBytes("json", content);
    expect(tally).toMatchObject({ documents: 1, rejected: 1 });
  });
});

test("comes back byte for byte when there is no spam in it", async () => {
  const value = fc.oneof(
    fc.array(fc.record({ text: fc.string(), rest: fc.jsonValue() })),
    fc.record({ text: fc.array(fc.string()), rest: fc.jsonValue() }),
  );
  await fc.assert(
    fc.asyncProperty(value, fc.constantFrom(0, 2), async (json, indent) => {
      const content = JSON.stringify(json, null, indent);
      const { bytes, tally } = await cleanBytes("json", content);
      expect(bytes.toString()).toBe(content);
      expect(tally.rejected).toBe(0);
    }),
  );
});
