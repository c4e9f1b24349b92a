import { expect, test } from "vitest";
import { encodingOutput } from "../../src/pipeline/encoding-output.ts";
import { createMemoryOutput } from "../memory-output.ts";

test("UTF-8 goes on as it is", () => {
  const output = createMemoryOutput();
  expect(encodingOutput(output, "utf-8", "a")).toBe(output);
});

test("another encoding is written", async () => {
  const memory = createMemoryOutput();
  const output = encodingOutput(memory, "utf-16le", "a");
  await output.write("é");
  await output.write(Buffer.from("b"));
  await output.commit();
  expect(Buffer.from(memory.content, "utf8").toString("latin1")).toContain("b\0");
  expect(memory.state).toBe("committed");
});

test("a character that the encoding does not have is refused", async () => {
  const output = encodingOutput(createMemoryOutput(), "windows-1252", "a.txt");
  await expect(async () => output.write("Ж")).rejects.toMatchObject({
    code: "ERR_OUTPUT_WRITE",
    message: "a.txt: cannot be written: windows-1252 has no character U+0416",
  });
});
