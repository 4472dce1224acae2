"""Files made to do harm: each ends in time, within memory, with a reason, and changes nothing."""
import gzip
import io
import random
import unittest
import zipfile

from stores import SANITIZED, Store, run

# The reader of workbooks has 768 MiB (kMaxReaderMemoryBytes); nothing here may need as much.
MOST_RSS_KB = (3_000 if SANITIZED else 500) * 1024
MOST_SECONDS = 240 if SANITIZED else 60
ENDLESS_ROWS = (1 if SANITIZED else 10) << 20

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = "order,date,email,total\n"
GOOD = HEAD + "1,2024-03-05,a@m.example,10.00\n2,2024-03-06,b@m.example,20.00\n"


def sheet(rows_xml, before="", after=""):
    return (f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{rows_xml}'
            f"</sheetData>{after}</worksheet>")


def cell(at, text):
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


TABLE = ('<row r="1">' + "".join(cell(c + "1", t) for c, t in zip("ABC", ("order", "date", "email")))
         + '</row><row r="2">' + "".join(
             cell(c + "2", t) for c, t in zip("ABC", ("1", "2024-03-05", "a@m.example"))) + "</row>")


def workbook(sheets=None, strings=None, count=None, more=()):
    """The parts of a workbook; `sheets`: texts or a function that writes one into the archive."""
    sheets = sheets if sheets is not None else [sheet(TABLE)]
    n = count or len(sheets)
    yield "[Content_Types].xml", (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType='
        '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
    yield "_rels/.rels", (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
                          f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    yield "xl/workbook.xml", (f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>' + "".join(
        f'<sheet name="S{i}" sheetId="{i}" r:id="r{i}"/>' for i in range(1, n + 1))
        + "</sheets></workbook>")
    yield "xl/_rels/workbook.xml.rels", (
        f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
            f'<Relationship Id="r{i}" Type="{REL}/worksheet" Target="worksheets/sheet'
            f'{min(i, len(sheets))}.xml"/>' for i in range(1, n + 1))
        + f'<Relationship Id="s" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>")
    for i, text in enumerate(sheets, 1):
        yield f"xl/worksheets/sheet{i}.xml", text
    if strings:
        yield "xl/sharedStrings.xml", strings
    yield from more


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts:
            if callable(text):
                with archive.open(name, "w", force_zip64=True) as part:
                    text(part)
            else:
                archive.writestr(name, text)
    return out.getvalue()


def a_gigabyte(part):
    part.write(sheet("").partition("</sheetData>")[0].encode())
    row = b'<row><c t="inlineStr"><is><t>' + b"a" * (1 << 20) + b"</t></is></c></row>"
    for _ in range(1024):
        part.write(row)
    part.write(b"</sheetData></worksheet>")


class Hostile(unittest.TestCase):
    def setUp(self):
        self.store = Store()
        self.addCleanup(self.store.remove)

    def take(self, name, content, *options):
        file = self.store.home / name
        if callable(content):
            with open(file, "wb") as out:
                content(out)
        else:
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self.ended(run(*self.store.importing(file, "--currency", "EUR", *options),
                              timeout=MOST_SECONDS))

    def ended(self, ended):
        self.assertIn(ended.code, range(0, 126), f"a crash: {ended.code} {ended.err}")
        self.assertLess(ended.rss_kb, MOST_RSS_KB, "memory")
        self.assertNotIn("on our side", ended.err)
        return ended

    def refused(self, name, content, *options):
        ended = self.take(name, content, *options)
        self.assertNotEqual(ended.code, 0, ended.out)
        self.assertIn(name, ended.err, "the file is named")
        return ended.err

    def taken(self, name, content, *options):
        ended = self.take(name, content, *options)
        self.assertEqual(ended.code, 0, ended.err)
        return ended.json()

    # Packed

    def test_a_gzip_bomb_is_read_in_bounded_memory(self):
        def bomb(out):
            with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as packer:
                packer.write(GOOD.encode())
                for _ in range(1024):
                    packer.write(b"\0" * (1 << 20))
        self.take("bomb.csv", bomb)

    def test_a_gzip_that_is_cut_off(self):
        self.take("cut.csv.gz", gzip.compress((GOOD * 5000).encode())[:-2000])

    def test_a_workbook_bomb(self):
        self.refused("bomb.xlsx", packed(workbook([a_gigabyte])))

    def test_parts_that_overlap(self):
        # One part's bytes are named by many entries of the directory.
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in workbook():
                archive.writestr(name, text)
            for info in list(archive.filelist):
                for i in range(50):
                    twin = zipfile.ZipInfo(f"{i}/{info.filename}")
                    for field in ("header_offset", "CRC", "compress_size", "file_size",
                                  "compress_type", "flag_bits"):
                        setattr(twin, field, getattr(info, field))
                    archive.filelist.append(twin)
        self.take("overlap.xlsx", inner.getvalue())

    def test_names_that_climb_out_of_the_archive(self):
        outside = self.store.home.parent / "vafa-climbed.xml"
        more = [("../" * 12 + str(outside).lstrip("/"), "x"), ("/etc/vafa-climbed.xml", "x"),
                ("..\\..\\vafa-climbed.xml", "x")]
        self.take("climb.xlsx", packed(workbook(more=more)))
        self.assertFalse(outside.exists())

    def test_a_directory_that_lies(self):
        honest = packed(workbook())
        chance = random.Random(7)
        for _ in range(20):
            bytes_ = bytearray(honest)
            end = bytes_.rfind(b"PK\5\6")
            start = bytes_.find(b"PK\1\2")
            for _ in range(4):
                bytes_[chance.randrange(start, end + 20)] = chance.randrange(256)
            self.take("lies.xlsx", bytes(bytes_))

    # Workbooks

    def test_external_entities_are_not_read(self):
        secret = self.store.home / "secret"
        secret.write_text("TOPSECRET")
        doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'
        text = sheet(TABLE.replace("a@m.example", "&e;"), before=doctype)
        ended = self.take("entity.xlsx", packed(workbook([text])))
        self.assertNotIn("TOPSECRET", ended.out + ended.err)

    def test_entities_that_grow(self):
        grows = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
            f"<!ENTITY a{i} '{('&a%d;' % (i - 1)) * 10}'>" for i in range(1, 12)) + "]>"
        self.take("laughs.xlsx", packed(workbook([sheet(TABLE.replace("a@m.example", "&a11;"),
                                                        before=grows)])))

    def test_elements_nested_without_end(self):
        self.take("deep.xlsx", packed(workbook([sheet("<row>" * 500_000 + "</row>" * 500_000)])))

    def test_a_sheet_of_a_million_columns(self):
        wide = "<row>" + '<c t="inlineStr"><is><t>x</t></is></c>' * 1_000_000 + "</row>"
        self.refused("wide.xlsx", packed(workbook([sheet(wide + TABLE)])))

    def test_a_cell_far_out(self):
        far = '<row r="4294967295"><c r="ZZZZZZZ4294967295"><v>1</v></c></row>'
        self.take("far.xlsx", packed(workbook([sheet(TABLE + far)])))

    def test_a_huge_cell(self):
        huge = TABLE.replace("a@m.example", "a" * (30 << 20))
        self.take("huge.xlsx", packed(workbook([sheet(huge)])))

    def test_65536_sheets(self):
        self.refused("sheets.xlsx", packed(workbook(count=65_536)))

    def test_65536_parts(self):
        many = [(f"xl/worksheets/sheet{i}.xml", "") for i in range(2, 65_538)]
        self.refused("parts.xlsx", packed(workbook(more=many)))

    def test_shared_texts_that_are_not_there(self):
        text = TABLE + '<row r="3"><c r="A3" t="s"><v>99999999999</v></c></row>'
        self.take("shared.xlsx", packed(workbook([sheet(text)], strings=f'<sst xmlns="{MAIN}"/>')))

    def test_formats_that_repeat_millions_of_rows(self):
        ns = "urn:oasis:names:tc:opendocument:xmlns"
        content = (f'<office:document-content xmlns:office="{ns}:office:1.0" xmlns:table='
                   f'"{ns}:table:1.0" xmlns:text="{ns}:text:1.0"><office:body><office:spreadsheet>'
                   '<table:table table:name="t"><table:table-row table:number-rows-repeated='
                   '"1000000000"><table:table-cell office:value-type="string" '
                   'table:number-columns-repeated="1000000000"><text:p>x</text:p>'
                   "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
                   "</office:body></office:document-content>")
        self.refused("repeat.ods", packed([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content)]))

    # Texts

    def test_a_line_of_fifty_megabytes(self):
        def line(out):
            out.write(GOOD.encode())
            out.write(b"3,2024-03-07,c@m.example,")
            out.write(b"9" * (50 << 20))
            out.write(b"\n4,2024-03-08,d@m.example,30.00\n")
        done = self.taken("line.csv", line)
        self.assertEqual((done["orders"], done["rejected"]), (3, 1))

    def test_quotes_without_end(self):
        self.take("quotes.csv", HEAD + '"' * (20 << 20))
        self.take("quotes2.csv", HEAD + '1,2024-03-05,"' + "a\n" * ENDLESS_ROWS)

    def test_a_million_columns(self):
        self.take("columns.csv", HEAD.strip() + ",x" * 1_000_000 + "\n1,2024-03-05,a@m.example,1\n")
        self.take("commas.csv", GOOD + "," * 1_000_000 + "\n")

    def test_random_bytes(self):
        for seed in range(10):
            self.refused(f"noise{seed}.csv", random.Random(seed).randbytes(200_000))

    def test_a_file_cut_at_any_place(self):
        whole = (GOOD * 3).encode("utf-16")
        for cut in range(0, len(whole), 23):
            self.take("cut.csv", whole[:cut])
        whole = packed(workbook())
        for cut in range(0, len(whole), 97):
            ended = self.take("cut.xlsx", whole[:cut])
            self.assertNotEqual(ended.code, 0)

    def test_names_that_are_formulas_or_markup(self):
        names = ['=HYPERLINK(""http://evil.example"")', "<script>alert(1)</script>", "+1+1", "@SUM(1)",
                 "-2+3", "\t=1+1"]
        rows = "order,date,email,name,total\n" + "".join(
            f'{i},2024-03-05,c{i}@m.example,"{name}",10.00\n' for i, name in enumerate(names))
        rows += '=cmd,soon,x@m.example,"=1+1",1\n'
        done = self.taken("names.csv", rows)
        self.assertEqual((done["orders"], done["rejected"]), (6, 1))
        kept = {row[2] for row in self.store.holds()["customers"]}
        self.assertIn("<script>alert(1)</script>", kept)
        self.assertIn('=HYPERLINK("http://evil.example")', kept)
        # The rows set aside are opened in a spreadsheet: no cell of theirs is a formula.
        with open(done["rejected_file"], encoding="utf-8-sig") as file:
            for line in file.read().splitlines():
                for value in line.split('","'):
                    self.assertNotIn(value.lstrip('"')[:1], ("=", "+", "@", "\t"), line)


if __name__ == "__main__":
    unittest.main()
