/** The element of the page with this id, of this kind. @throws {TypeError} There is none. */
export function pageElement<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) {
    throw new TypeError(`pageElement: there must be a ${kind.name} with the id "${id}"`);
  }
  return element;
}

/** A new element with a class and a text; the text is never markup. */
export function newElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text: string = "",
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The bytes that an element holds in base64. */
export function embeddedBytes(element: HTMLElement): Uint8Array {
  const binary = atob((element.textContent ?? "").trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
