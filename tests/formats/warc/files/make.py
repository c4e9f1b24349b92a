"""Writes the files beside this one with warcio (pip install warcio), and with wget from a server of its own.

All pages are written for these tests.
"""

import functools
import gzip
import http.server
import io
import pathlib
import subprocess
import tempfile
import threading

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FOLDER = pathlib.Path(__file__).parent
PAGE = """<!DOCTYPE html>
<html><head><title>Council</title></head><body>
<p>The council met on Monday, and the café was full.</p>
<p>slot gacor every day</p>
<p>It sat until noon.</p>
</body></html>
"""
CLEAN_PAGE = PAGE.replace("<p>slot gacor every day</p>\n", "")
TEXT = "The council met on Monday.\nslot gacor every day\nIt sat until noon.\n"


def chunks_of(body: bytes) -> bytes:
    parts = [body[at : at + 50] for at in range(0, len(body), 50)]
    framed = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return framed + b"0\r\n\r\n"


def add_response(writer, path, body, fields, status="200 OK"):
    record = writer.create_warc_record(
        "http://news.example/" + path,
        "response",
        payload=io.BytesIO(body),
        http_headers=StatusAndHeaders(status, fields, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": "2026-01-02T03:04:05Z"},
    )
    writer.write_record(record)


def add_record(writer, kind, path, body, content_type):
    record = writer.create_warc_record(
        "http://news.example/" + path,
        kind,
        payload=io.BytesIO(body),
        warc_content_type=content_type,
        warc_headers_dict={"WARC-Date": "2026-01-02T03:04:05Z"},
    )
    writer.write_record(record)


def write_archive(name: str, packed: bool, version: str):
    with open(FOLDER / name, "wb") as file:
        writer = WARCWriter(file, gzip=packed, warc_version=version)
        writer.write_record(writer.create_warcinfo_record(name, {"software": "warcio"}))
        utf8 = PAGE.encode()
        html = [("Content-Type", "text/html; charset=utf-8")]
        add_response(writer, "plain", utf8, [*html, ("Content-Length", str(len(utf8)))])
        add_response(writer, "clean", CLEAN_PAGE.encode(), html)
        add_response(writer, "chunked", chunks_of(utf8), [*html, ("Transfer-Encoding", "chunked")])
        zipped = gzip.compress(utf8, mtime=0)
        add_response(writer, "gzip", zipped, [*html, ("Content-Encoding", "gzip")])
        latin = PAGE.replace("<title>", '<meta charset="windows-1252"><title>').encode("cp1252")
        add_response(writer, "latin", latin, [("Content-Type", "text/html")])
        add_response(writer, "text", TEXT.encode(), [("Content-Type", "text/plain")])
        add_response(writer, "missing", utf8, html, status="404 Not Found")
        add_response(writer, "image", b"\x89PNG slot", [("Content-Type", "image/png")])
        add_response(writer, "brotli", b"slot", [*html, ("Content-Encoding", "br")])
        add_record(writer, "request", "plain", b"GET /plain HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
        add_record(writer, "metadata", "plain", b"slot: gacor\r\n", "application/warc-fields")
        add_record(writer, "resource", "resource", utf8, "text/html")
        add_record(writer, "conversion", "text", TEXT.encode(), "text/plain")


def write_wget():
    with tempfile.TemporaryDirectory() as site:
        for name, page in {"index.html": CLEAN_PAGE, "spam.html": PAGE}.items():
            pathlib.Path(site, name).write_text(page)
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
        server = http.server.HTTPServer(("localhost", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://localhost:{server.server_port}/"
        command = ["wget", "-q", "--delete-after", "--no-directories", "--warc-file=wget"]
        subprocess.run([*command, root, root + "spam.html"], check=True, cwd=FOLDER)
        server.shutdown()


write_archive("one-dot-one.warc", packed=False, version="1.1")
write_archive("one-dot-zero.warc.gz", packed=True, version="1.0")
write_wget()
