import { config } from "zod/mini";

/*
 * zod tries whether it may make functions of text, which the page's security policy forbids and the browser would report.
 * Stands before everything that makes a schema.
 */
config({ jitless: true });
