/**
 * Letters of other scripts that are drawn like a Latin one, lower case, Latin letter first.
 *
 * After Unicode Technical Standard 39, *Unicode Security Mechanisms*, `confusables.txt`: Cyrillic, Greek and Armenian
 * letters whose prototype is a basic Latin letter, those whose capital is drawn like a Latin one (`в`, `н`), which folding
 * has made small, and the small capitals, turned and hooked letters of which "fancy text" pages write.
 */
const PAIRS =
  "aаαɑᴀ bьвʙƀ cсϲᴄ dԁɗᴅ eеєεҽᴇɘə fғꜰƒ gɡցɢ hһнհʜ iіιıɪӏ jјյᴊ kкκᴋ lʟⅼ mмᴍ nпոηɴ oоοօσᴏө pрρᴘ " +
  "qԛգ rгʀ sѕꜱ tтτᴛ uυսᴜц vѵνᴠ wԝшωᴡ xхχ yуүγʏ zᴢʐ";

/** Latin letter by its look-alike, both lower case and one UTF-16 code unit. */
export const LATIN_BY_LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  PAIRS.split(" ").flatMap((pair) => Array.from(pair.slice(1), (other) => [other, pair.charAt(0)])),
);
