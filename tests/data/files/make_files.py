#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the archives, spreadsheets and databases of this folder from texts and from the samples beside it."""
import pathlib
import shutil
import sqlite3
import zipfile

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parent
TIME = (2018, 11, 6, 0, 0, 0)


def archive(name, members):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as out:
        for member, content in members.items():
            out.writestr(zipfile.ZipInfo(member, TIME), content, zipfile.ZIP_DEFLATED)


def sample(name):
    return (SAMPLES / name).read_bytes()


def kml(name, lon, more=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{more}'
            f"<Placemark><name>{name}</name><Point><coordinates>{lon},33,0</coordinates></Point></Placemark>"
            "</Document></kml>")


def excel():
    sheet = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
             '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
             '<row r="3"><c r="A3" t="inlineStr"><is><t>name</t></is></c>'
             '<c r="B3" t="inlineStr"><is><t>sidc</t></is></c>'
             '<c r="C3" t="inlineStr"><is><t>lat</t></is></c><c r="D3" t="inlineStr"><is><t>lon</t></is></c>'
             '<c r="F3" t="inlineStr"><is><t>valid_from</t></is></c></row>'
             '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="inlineStr"><is><t>10031000161211040000</t></is></c>'
             '<c r="C4"><v>33.270499999999998</v></c><c r="D4"><v>35.2038</v></c><c r="F4" s="1"><v>43410</v></c></row>'
             "</sheetData></worksheet>")
    archive("units.xlsx", {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                           '<sheets><sheet name="Units" sheetId="1" r:id="rId1"/>'
                           '<sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
                                      '<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
        "xl/sharedStrings.xml": "<sst><si><t>Order of battle</t></si>"
                                "<si><r><t>1-й </t></r><r><t>батальон</t></r></si></sst>",
        "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/sheet2.xml": "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"})


def open_document():
    archive("units.ods", {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>'
                       '<office:spreadsheet><table:table table:name="Units">'
                       '<table:table-row><table:table-cell><text:p>name</text:p></table:table-cell>'
                       "<table:table-cell><text:p>lat</text:p></table:table-cell>"
                       "<table:table-cell><text:p>lon</text:p></table:table-cell>"
                       '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
                       "<table:table-row><table:table-cell><text:p>Naqoura</text:p></table:table-cell>"
                       '<table:table-cell office:value-type="float" office:value="33.1181"/>'
                       '<table:table-cell office:value-type="float" office:value="35.1397"/></table:table-row>'
                       '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
                       "</table:table></office:spreadsheet></office:body></office:document-content>"})


def styled_database():
    """As QGIS writes it: a table of styles beside the layer."""
    target = HERE / "layer_styles.gpkg"
    shutil.copyfile(SAMPLES / "towns.gpkg", target)
    with sqlite3.connect(target) as db:
        db.execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT, styleqml TEXT)")
        db.execute("INSERT INTO layer_styles VALUES (1, 'towns', '<qgis/>')")
        db.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier) "
                   "VALUES ('layer_styles', 'attributes', 'layer_styles')")
    db.close()


shapes = {ending: sample("towns_utf8" + ending) for ending in (".shp", ".shx", ".dbf", ".prj", ".cpg")}
archive("towns_shapefile.zip", {"data/towns" + ending: content for ending, content in shapes.items()})
archive("two_shapefiles.zip", {
    name + ending: content for name in ("north", "south") for ending, content in shapes.items()})
archive("towns_geojson.zip", {"__MACOSX/._towns.geojson": b"x", "towns.geojson": sample("towns.geojson")})
LINK = "<NetworkLink><Link><href>files/linked.kml</href></Link></NetworkLink>"
archive("several.kmz", {"doc.kml": kml("main", 35, LINK),
                        "files/linked.kml": kml("linked", 35.1), "files/other.kml": kml("other", 35.2)})
archive("letter.docx", {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})
for ending in (".shp", ".dbf", ".prj", ".cpg"):
    (HERE / ("no_index" + ending)).write_bytes(shapes[ending])
excel()
open_document()
styled_database()
