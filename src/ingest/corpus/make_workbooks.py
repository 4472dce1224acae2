#!/usr/bin/env python3
"""Writes the workbooks of the corpus beside itself; their bytes are committed.

A cell is a text, a number, None, or one of D (a date as a serial with a style), F (a formula with
the value it last had) and T (a number that is shown with a format of its own).
"""
import io
import pathlib
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
EPOCH = (1980, 1, 1, 0, 0, 0)  # of every file in an archive, so that the bytes are always the same

# Styles by name: the number of a built-in format, or a format code.
STYLES = {
    "": 0,
    "date": 14,
    "datetime": 22,
    "iso": 'yyyy"-"mm"-"dd hh:mm:ss',
    "jalali": "[$-fa-IR,96]yyyy/mm/dd;@",
    "money": 4,
    "phone": "0",
    "toman": '#,##0" تومان"',
}


@dataclass
class D:
    serial: float
    style: str = "date"


@dataclass
class F:
    formula: str
    value: object


@dataclass
class T:
    value: float
    style: str


def column(i):
    name = ""
    i += 1
    while i:
        i, rest = divmod(i - 1, 26)
        name = chr(65 + rest) + name
    return name


class Xlsx:
    def __init__(self, date1904=False, inline=False):
        self.date1904, self.inline = date1904, inline
        self.sheets, self.strings = [], {}

    def sheet(self, name, rows, merged=(), hidden=False):
        self.sheets.append((name, rows, merged, hidden))
        return self

    def cell(self, at, value):
        style = list(STYLES).index(value.style) if isinstance(value, (D, T)) else 0
        s = f' s="{style}"' if style else ""
        if isinstance(value, D):
            return f'<c r="{at}"{s}><v>{value.serial!r}</v></c>'
        if isinstance(value, T):
            return f'<c r="{at}"{s}><v>{value.value!r}</v></c>'
        if isinstance(value, F):
            kind = ' t="str"' if isinstance(value.value, str) else ""
            return (f'<c r="{at}"{kind}><f>{escape(value.formula)}</f>'
                    f"<v>{escape(str(value.value))}</v></c>")
        if isinstance(value, bool):
            return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
        if isinstance(value, str) and self.inline:
            return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        if isinstance(value, str):
            index = self.strings.setdefault(value, len(self.strings))
            return f'<c r="{at}" t="s"><v>{index}</v></c>'
        return f'<c r="{at}"><v>{value!r}</v></c>'

    def sheet_xml(self, rows, merged):
        out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns='
               '"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>']
        for r, row in enumerate(rows, 1):
            cells = "".join(self.cell(f"{column(c)}{r}", v) for c, v in enumerate(row)
                            if v is not None)
            if cells:
                out.append(f'<row r="{r}">{cells}</row>')
        out.append("</sheetData>")
        if merged:
            out.append(f'<mergeCells count="{len(merged)}">')
            out += [f'<mergeCell ref="{m}"/>' for m in merged] + ["</mergeCells>"]
        return "".join(out) + "</worksheet>"

    def styles_xml(self):
        codes = {s: 164 + i for i, s in enumerate(v for v in STYLES.values() if isinstance(v, str))}
        formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{escape(c, {chr(34): "&quot;"})}"/>'
                          for c, n in codes.items())
        xfs = "".join(f'<xf numFmtId="{codes.get(v, v)}" fontId="0" fillId="0" borderId="0"'
                      ' xfId="0" applyNumberFormat="1"/>' for v in STYLES.values())
        return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns='
                '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                f'<numFmts count="{len(codes)}">{formats}</numFmts>'
                '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
                '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
                '<borders count="1"><border/></borders>'
                '<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
                f'<cellXfs count="{len(STYLES)}">{xfs}</cellXfs></styleSheet>')

    def files(self):
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        n = len(self.sheets)
        parts = {}
        for i, (_, rows, merged, _) in enumerate(self.sheets, 1):
            parts[f"xl/worksheets/sheet{i}.xml"] = self.sheet_xml(rows, merged)
        overrides = "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType='
                            f'"{kind}.worksheet+xml"/>' for i in range(1, n + 1))
        yield "[Content_Types].xml", (
            f'{head}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
            f"{overrides}</Types>")
        yield "_rels/.rels", (
            f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        sheets = "".join(
            f'<sheet name="{escape(name)}" sheetId="{i}"{" state=" + chr(34) + "hidden" + chr(34) if hidden else ""}'
            f' r:id="rId{i}"/>' for i, (name, _, _, hidden) in enumerate(self.sheets, 1))
        base = '<workbookPr date1904="1"/>' if self.date1904 else "<workbookPr/>"
        yield "xl/workbook.xml", (f'{head}<workbook xmlns="{main}" xmlns:r="{rel}">{base}'
                                  f"<sheets>{sheets}</sheets></workbook>")
        links = "".join(f'<Relationship Id="rId{i}" Type="{rel}/worksheet" '
                        f'Target="worksheets/sheet{i}.xml"/>' for i in range(1, n + 1))
        yield "xl/_rels/workbook.xml.rels", (
            f'{head}<Relationships xmlns="{package}/relationships">{links}<Relationship '
            f'Id="rId{n + 1}" Type="{rel}/styles" Target="styles.xml"/><Relationship '
            f'Id="rId{n + 2}" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>")
        yield "xl/styles.xml", self.styles_xml()
        yield from parts.items()
        strings = "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in self.strings)
        yield "xl/sharedStrings.xml", (
            f'{head}<sst xmlns="{main}" count="{len(self.strings)}" '
            f'uniqueCount="{len(self.strings)}">{strings}</sst>')

    def write(self, name):
        write_zip(HERE / name, self.files())


class Ods:
    """Dates as ISO texts with a type, numbers as floats, repeated empty columns and rows."""

    def __init__(self):
        self.sheets = []

    def sheet(self, name, rows):
        self.sheets.append((name, rows))
        return self

    def cell(self, value):
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, tuple):  # an ISO date and how it is shown
            return (f'<table:table-cell office:value-type="date" office:date-value="{value[0]}">'
                    f"<text:p>{escape(value[1])}</text:p></table:table-cell>")
        if isinstance(value, str):
            return ('<table:table-cell office:value-type="string">'
                    f"<text:p>{escape(value)}</text:p></table:table-cell>")
        return (f'<table:table-cell office:value-type="float" office:value="{value!r}">'
                f"<text:p>{value}</text:p></table:table-cell>")

    def write(self, name):
        tables = ""
        for title, rows in self.sheets:
            body = "".join("<table:table-row>" + "".join(map(self.cell, row)) +
                           '<table:table-cell table:number-columns-repeated="1000"/>'
                           "</table:table-row>" for row in rows)
            tables += (f'<table:table table:name="{escape(title)}">{body}<table:table-row '
                       'table:number-rows-repeated="1048000"><table:table-cell '
                       'table:number-columns-repeated="1024"/></table:table-row></table:table>')
        ns = "urn:oasis:names:tc:opendocument:xmlns"
        content = ('<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content '
                   f'xmlns:office="{ns}:office:1.0" xmlns:table="{ns}:table:1.0" '
                   f'xmlns:text="{ns}:text:1.0" office:version="1.2"><office:body>'
                   f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
                   "</office:document-content>")
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        manifest = ('<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest='
                    f'"{ns}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
                    f'manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path='
                    '"content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
        write_zip(HERE / name, [("mimetype", kind), ("content.xml", content),
                                ("META-INF/manifest.xml", manifest)], stored=("mimetype",))


def write_zip(path, files, stored=()):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    path.write_bytes(packed.getvalue())


def serial(days, hours=0, minutes=0, seconds=0):
    """Days since 1970-01-01 as Excel counts them since 1900."""
    return 25569 + days + (hours * 3600 + minutes * 60 + seconds) / 86400


MARCH_5_2024 = 19787  # days since 1970-01-01


def one_c():
    (Xlsx().sheet("Лист1", [
        ["Отчёт по продажам"],
        ["Период: I квартал 2024 г."],
        [],
        ["Контрагент", "Документ", "Дата", "Номенклатура", "Количество", "Сумма, руб."],
        ["Ситилинк ООО", "Реализация 000000123", D(serial(19737, 10, 12, 45), "datetime"),
         "Чайник", 2, T(3400, "money")],
        ["Ситилинк ООО", "Реализация 000000123", D(serial(19737, 10, 12, 45), "datetime"),
         "Кружка", 12, T(2400, "money")],
        ["ИП Смирнова А.В.", "Реализация 000000124", D(serial(19753, 16), "datetime"), "Кружка", 1,
         T(200.5, "money")],
        ["Итого", None, None, None, F("SUM(E5:E7)", 15), F("SUM(F5:F7)", 6000.5)],
    ], merged=["A1:F1", "A2:F2"]).write("80_1c_sales_report.xlsx"))


def moysklad():
    (Xlsx(inline=True).sheet("Заказы покупателей", [
        ["№", "Время", "Контрагент", "Организация", "Сумма", "Валюта", "Оплачено", "Отгружено",
         "Статус", "Комментарий"],
        ["00042", "31.12.2023 23:15", "Иванов Иван Иванович", "ООО Ромашка", 1250.5, "руб", 1250.5,
         1250.5, "Доставлен", ""],
        ["00043", "05.01.2024 08:00", "Петрова Ольга", "ООО Ромашка", 300, "руб", 0, 0, "Новый",
         "позвонить"],
        ["00044", "13.01.2024 12:30", "Иванов Иван Иванович", "ООО Ромашка", 99.99, "руб", 99.99, 0,
         "Отменён", ""],
    ]).write("81_moysklad_orders.xlsx"))


def digikala():
    (Xlsx().sheet("سفارش‌ها", [
        ["گزارش سفارش‌های فروشنده"],
        ["ردیف", "شماره سفارش", "تاریخ ثبت سفارش", "کد کالا", "عنوان کالا", "تعداد", "قیمت فروش",
         "وضعیت"],
        [1, "212345678", "۱۴۰۳/۰۵/۱۲", "DKP-123", "قوری", 1, 1250000, "ارسال شده"],
        [2, "212345679", "۱۴۰۳/۰۵/۱۳", "DKP-124", "استکان", 6, 90000, "لغو شده"],
    ], merged=["A1:H1"]).write("82_digikala_seller.xlsx"))


def mixin():
    (Xlsx().sheet("orders", [
        ["شماره سفارش", "تاریخ ثبت سفارش", "نام مشتری", "موبایل", "شهر", "مبلغ کل سفارش",
         "وضعیت سفارش"],
        [10231, "۱۴۰۴/۳/۵", "سارا امینی", T(9121234567, "phone"), "تهران", T(1250000, "toman"),
         "تحویل شده"],
        [10232, "۱۴۰۴/۳/۶", "رضا کریمی", 9357654321, "شیراز", T(480000, "toman"), "ارسال شده"],
        [10233, "۱۴۰۴/۳/۳۱", "سارا امینی", "09121234567", "تهران", T(320000, "toman"), "لغو شده"],
        [10234, "۱۴۰۴/۴/۱", "سارا امینی", 989121234567, "تهران", T(99000, "toman"), "تحویل شده"],
    ]).write("83_mixin_phones.xlsx"))


def iranian_sheet():
    head = ["ردیف", "تاریخ", "شماره فاکتور", "نام مشتری", "تلفن همراه", "مبلغ (تومان)"]
    (Xlsx().sheet("فروش", [
        ["فروشگاه گل‌ها", None, None, None, None, None],
        ["گزارش فروش خرداد ۱۴۰۴", None, None, None, None, None],
        [None],
        head,
        ["۱", "۱۴۰۴/۰۳/۰۵", "۵۰۰۱", "سارا امینی", "۰۹۱۲۱۲۳۴۵۶۷", "۱٬۲۵۰٬۰۰۰"],
        ["۲", "۱۴۰۴/۰۳/۰۶", "۵۰۰۲", "رضا کریمی", "۰۹۳۵۷۶۵۴۳۲۱", "۴۸۰٬۰۰۰"],
        head,
        ["۳", "۱۴۰۴/۰۳/۰۷", "۵۰۰۳", "سارا امینی", "۰۹۱۲۱۲۳۴۵۶۷", "۹۹٬۰۰۰"],
        ["جمع کل", None, None, None, None, "۱٬۸۲۹٬۰۰۰"],
        [None, "مهر و امضای مدیر فروش"],
    ], merged=["A1:F1", "A2:F2", "A9:E9"]).write("84_iranian_sheet.xlsx"))


def serials():
    rows = [["order", "date", "email", "total"]]
    rows += [[i, D(serial(MARCH_5_2024 + i, 10 + i, 30), "iso"), f"c{i % 2}@m.example", 10 * i]
             for i in (1, 2, 3)]
    rows.append([4, D(float(serial(MARCH_5_2024 + 4)), "jalali"), "c0@m.example", 40])
    Xlsx().sheet("Sheet1", rows).write("85_serials_1900.xlsx")
    for row in rows[1:]:
        row[1] = D(row[1].serial - 1462, row[1].style)
    Xlsx(date1904=True).sheet("Sheet1", rows).write("86_serials_1904.xlsx")
    for row in rows[1:]:
        row[1] = round(row[1].serial + 1462, 6)
    Xlsx().sheet("Sheet1", rows).write("87_bare_serials.xlsx")


def several_sheets():
    head = ["شماره سفارش", "تاریخ", "موبایل", "مبلغ"]
    (Xlsx()
     .sheet("۱۴۰۲", [head, [1, "1402/12/20", "09121234567", 1000],
                     [2, "1402/12/29", "09357654321", 2000]])
     .sheet("۱۴۰۳", [["فروش ۱۴۰۳"], head, [3, "1403/01/05", "09121234567", 3000]])
     .sheet("خالی", [])
     .write("88_several_sheets.xlsx"))


def hidden_sheet():
    head = ["order", "date", "email", "total"]
    (Xlsx()
     .sheet("Orders", [head, [1, "2024-03-05", "a@m.example", 10],
                       [2, "2024-03-06", "b@m.example", 20]])
     .sheet("old copy", [head, [1, "2024-03-05", "a@m.example", 999]], hidden=True)
     .write("89_hidden_sheet.xlsx"))


def formulas():
    (Xlsx().sheet("Sheet1", [
        ["order", "date", "email", "quantity", "unit price", "total"],
        [1, D(float(serial(MARCH_5_2024))), "a@m.example", 2, 10.5, F("D2*E2", 21)],
        [F('"A-"&1', "A-1"), D(float(serial(MARCH_5_2024 + 1))), F('LOWER("B@M.EXAMPLE")', "b@m.example"),
         3, 10, F("D3*E3", 30)],
    ]).write("90_formulas.xlsx"))


def ods():
    (Ods().sheet("سفارش‌ها", [
        ["گزارش سفارش‌ها"],
        ["شماره سفارش", "تاریخ", "موبایل", "نام مشتری", "مبلغ"],
        ["1042", ("2024-03-20T11:05:00", "۱۴۰۳/۰۱/۰۱ ۱۱:۰۵"), "09121234567", "سارا امینی", 1250000],
        [1043, ("2024-03-21", "۱۴۰۳/۰۱/۰۲"), 9357654321, "رضا کریمی", 480000],
        ["جمع کل", None, None, None, 1730000],
    ]).write("91_persian.ods"))


def rounded_phones():
    (Xlsx().sheet("مخاطبین", [
        ["نام", "نام خانوادگی", "شماره موبایل", "جنسیت", "تاریخ تولد", "گروه"],
        ["سارا", "امینی", 9121234567, "زن", "1364/03/30", "ویژه"],
        ["رضا", "کریمی", "9.36E+09", "مرد", None, None],
        ["مینا", "راد", "۰۹۱۳۱۱۱۲۲۳۳", "زن", "۱۳۷۰/۱/۱", "ویژه"],
    ]).write("92_sms_panel.xlsx"))


def not_workbooks():
    write_zip(HERE / "93_letter.xlsx", [
        ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")])
    write_zip(HERE / "94_archive.csv", [("orders.csv", "order,date,email\n1,2024-03-05,a@m.example\n")])
    Xlsx().sheet("Sheet1", []).write("95_empty_workbook.xlsx")


def encrypted():
    """The outside of a password-protected workbook: an OLE file with a stream of that name."""
    sector = 512
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += b"".join(n.to_bytes(2, "little") for n in (0x3E, 3, 0xFFFE, 9, 6)) + bytes(6)
    header += b"".join(n.to_bytes(4, "little") for n in (0, 1, 1, 0, 4096, 0xFFFFFFFE, 0,
                                                        0xFFFFFFFE, 0, 0))
    header += b"\xff" * (sector - len(header))
    table = (0xFFFFFFFD).to_bytes(4, "little") + (0xFFFFFFFE).to_bytes(4, "little")
    table += b"\xff" * (sector - len(table))

    def entry(name, kind):
        text = (name + "\0").encode("utf-16-le")
        return text + bytes(64 - len(text)) + len(text).to_bytes(2, "little") + bytes([kind, 1]) + (
            b"\xff" * 12) + bytes(36) + (0xFFFFFFFE).to_bytes(4, "little") + bytes(8)

    directory = entry("Root Entry", 5) + entry("EncryptionInfo", 2) + entry("EncryptedPackage", 2)
    (HERE / "96_encrypted.xlsx").write_bytes(header + table + directory + bytes(128) + bytes(2048))


if __name__ == "__main__":
    for make in (one_c, moysklad, digikala, mixin, iranian_sheet, serials, several_sheets,
                 hidden_sheet, formulas, ods, rounded_phones, not_workbooks, encrypted):
        make()
