"""Writes the files beside this one with pyarrow and DuckDB (pip install pyarrow duckdb). All texts are written for these tests."""

import datetime
import decimal
import pathlib

import duckdb
import pyarrow
import pyarrow.parquet

FOLDER = pathlib.Path(__file__).parent
NEWS = "The council met on Monday.\nIt sat until noon."
SPAM = "Rain is due.\nslot gacor every day\nBring a coat."
TEXTS = [NEWS, None, NEWS, "", NEWS, NEWS, SPAM, "slot", "Café 😀\nslot", NEWS]
ROWS = len(TEXTS)
NOON = datetime.datetime(2026, 1, 2, 12, 0, 0, 123456, tzinfo=datetime.timezone.utc)

TABLE = pyarrow.table(
    {
        "id": pyarrow.array(range(ROWS), pyarrow.int64()),
        "small": pyarrow.array([None, *range(1, ROWS)], pyarrow.int32()),
        "big": pyarrow.array([2**63 + row for row in range(ROWS)], pyarrow.uint64()),
        "share": pyarrow.array([row / 3 for row in range(ROWS)], pyarrow.float64()),
        "yes": pyarrow.array([row % 2 == 0 for row in range(ROWS)]),
        "day": pyarrow.array([NOON.date()] * ROWS, pyarrow.date32()),
        "when": pyarrow.array([NOON] * ROWS, pyarrow.timestamp("us", "UTC")),
        "nano": pyarrow.array([1767355200123456789 + row for row in range(ROWS)], pyarrow.timestamp("ns")),
        "price": pyarrow.array([decimal.Decimal(f"{row}.25") for row in range(ROWS)], pyarrow.decimal128(20, 2)),
        "raw": pyarrow.array([bytes([255, row]) for row in range(ROWS)], pyarrow.binary()),
        "tags": pyarrow.array([["a", "b"], [], None, *[["c"]] * (ROWS - 3)], pyarrow.list_(pyarrow.string())),
        "place": pyarrow.array([{"town": "A", "code": row} for row in range(ROWS)]),
        "text": pyarrow.array(TEXTS, pyarrow.string()),
        "paragraphs": pyarrow.array(
            [None if text is None else text.split("\n") for text in TEXTS], pyarrow.list_(pyarrow.string())
        ),
        "kind": pyarrow.array(["news", "blog"] * (ROWS // 2)).dictionary_encode(),
    }
).replace_schema_metadata({"made by": "a test"})

for codec in ["none", "snappy", "gzip", "zstd", "brotli", "lz4"]:
    path = FOLDER / f"{codec}.parquet"
    pyarrow.parquet.write_table(
        TABLE, path, row_group_size=4, compression=codec, write_page_index=codec == "zstd"
    )
pyarrow.parquet.write_table(TABLE.slice(0, 0), FOLDER / "no-rows.parquet")
required = pyarrow.schema([pyarrow.field("text", pyarrow.large_string(), nullable=False)])
texts = [text or "" for text in TEXTS]
pyarrow.parquet.write_table(
    pyarrow.table([texts], schema=required), FOLDER / "required.parquet", data_page_version="2.0", version="1.0"
)
few_columns = TABLE.select(["id", "text", "paragraphs", "place", "when"])
duckdb.sql("SELECT * FROM few_columns").write_parquet(str(FOLDER / "duckdb.parquet"), compression="zstd")
