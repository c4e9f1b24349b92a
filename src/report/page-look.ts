/** How every page looks that Tapis writes: light or dark as the reader has it, with contrast enough, down to the width of a phone. */
export const PAGE_STYLE: string = `
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fdfdfc; --card: #f3f3f1; --faint: #5c5c62; --rule: #d9d9dc; --line: #0b57b0; --cut: #a31515; --cut-back: #fbe9e7; --unsure: #7a4b00; --unsure-back: #fff4dc; --mark: #ffe08a; --mark-ink: #1c1c1e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --paper: #17181a; --card: #222327; --faint: #a9a9b2; --rule: #3a3b41; --line: #7db8ff; --cut: #ff9d94; --cut-back: #3a1f1d; --unsure: #f0c26b; --unsure-back: #352a14; --mark: #6b5200; --mark-ink: #fff6dc; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 64rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th { font-weight: 600; }
figure { margin: 0; } svg { width: 100%; height: auto; } .axis { font-size: 11px; fill: var(--ink); } .grid { stroke: var(--rule); fill: none; }
summary { cursor: pointer; } :focus-visible { outline: 3px solid var(--line); outline-offset: 2px; }
`.trim();
