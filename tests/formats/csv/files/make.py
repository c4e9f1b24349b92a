"""Writes the files beside this one, as Python's module csv writes them."""

import csv
import pathlib

FOLDER = pathlib.Path(__file__).parent
ROWS = [
    ["id", "title", "text", "price"],
    ["1", 'A "quoted" title', "The council met on Monday.\nIt sat until noon.", "12.50"],
    ["2", "Semi; colon, comma", "Rain is due.\nslot gacor every day\nBring a coat.", ""],
    ["3", "", "slot", "007"],
    ["4", "Tab\there", "", "-1e3"],
    ["5", "Ends of lines", "One.\r\nTwo.", "5"],
]
STYLES = {
    "minimal.csv": {},
    "all-quoted.csv": {"quoting": csv.QUOTE_ALL},
    "non-numeric-quoted.csv": {"quoting": csv.QUOTE_NONNUMERIC},
    "unix.csv": {"lineterminator": "\n"},
    "old-mac.csv": {"lineterminator": "\r", "quoting": csv.QUOTE_ALL},
    "semicolon.csv": {"delimiter": ";"},
    "excel-tab.tsv": {"dialect": "excel-tab"},
    "with-mark.csv": {"encoding": "utf-8-sig"},
}

for name, style in STYLES.items():
    encoding = style.pop("encoding", "utf-8")
    with open(FOLDER / name, "w", newline="", encoding=encoding) as file:
        csv.writer(file, **style).writerows(ROWS)
