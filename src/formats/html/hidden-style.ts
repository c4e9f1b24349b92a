/** Declarations that hide an element, or move it off the screen. */
const HIDING: readonly RegExp[] = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)opacity:0(?:\.0+)?(?:[;!]|$)/,
  /(?:^|;)font-size:0(?:\.0+)?(?:px|em|rem|pt|%)?(?:[;!]|$)/,
  /(?:^|;)text-indent:-\d{3,}/,
  /(?:^|;)clip(?:-path)?:(?:rect\(0|inset\((?:100|50)%)/,
];

const POSITIONED = /(?:^|;)position:(?:absolute|fixed)/;
const FAR_AWAY = /(?:^|;)(?:left|right|top|bottom|margin-left|margin-top):-\d{3,}/;
const NO_ROOM = /(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?:[;!]|$)/;
const NO_OVERFLOW = /(?:^|;)overflow:hidden/;

/** Whether the attributes of an element hide what is in it from readers; style sheets are not looked at. */
export function isHidden(
  attributes: readonly { readonly name: string; readonly value: string }[],
): boolean {
  return attributes.some(
    ({ name, value }) => name === "hidden" || (name === "style" && isHidingStyle(value)),
  );
}

function isHidingStyle(style: string): boolean {
  const plain = style.toLowerCase().replaceAll(/\s|\/\*.*?\*\//gs, "");
  return (
    HIDING.some((declaration) => declaration.test(plain)) ||
    (POSITIONED.test(plain) && FAR_AWAY.test(plain)) ||
    (NO_OVERFLOW.test(plain) && NO_ROOM.test(plain))
  );
}
