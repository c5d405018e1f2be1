"""Google's client for Python (Debian's python3-googleapi).

SHEETWAY_ROOT is the root URL of the API under test, without a slash at the end; SHEETWAY_TOKEN a bearer token that may do
everything; SHEETWAY_DISCOVERY a folder with Google's discovery documents sheets.v4.json and drive.v3.json.
"""

import json
import os
import re

from google.oauth2.credentials import Credentials
from googleapiclient.discovery import build_from_document
from googleapiclient.errors import HttpError

ROOT = os.environ["SHEETWAY_ROOT"] + "/"


def client(name):
    path = os.path.join(os.environ["SHEETWAY_DISCOVERY"], name)
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    document["rootUrl"] = ROOT
    document["baseUrl"] = ROOT + document["servicePath"]
    return build_from_document(document, credentials=Credentials(os.environ["SHEETWAY_TOKEN"]))


def refused(request, status, text):
    try:
        request.execute()
    except HttpError as error:
        assert error.resp.status == status, error
        assert re.search(text, str(error)), error
        return
    raise AssertionError("was not refused: " + request.uri)


def equal(actual, expected):
    assert actual == expected, f"expected {expected!r}, got {actual!r}"


sheets = client("sheets.v4.json").spreadsheets()
drive = client("drive.v3.json")

# create, through both services
made = drive.files().create(
    body={"name": "Python client", "mimeType": "application/vnd.google-apps.spreadsheet"}
).execute()
equal(set(made), {"kind", "id", "name", "mimeType"})
drive.files().delete(fileId=made["id"]).execute()
created = sheets.create(
    body={
        "properties": {"title": "Python client"},
        "sheets": [{"properties": {"title": "My Tab", "gridProperties": {"rowCount": 8, "columnCount": 4}}}],
    }
).execute()
ident = created["spreadsheetId"]
sheet_id = created["sheets"][0]["properties"]["sheetId"]

# values, with names that need quoting and encoding
values = sheets.values()
written = values.update(
    spreadsheetId=ident,
    range="'My Tab'!A1:B3",
    valueInputOption="RAW",
    body={"values": [["name", "año"], ["Ñandú", 2001], ["=1+1", False]]},
).execute()
equal(
    written,
    {
        "spreadsheetId": ident,
        "updatedRange": "'My Tab'!A1:B3",
        "updatedRows": 3,
        "updatedColumns": 2,
        "updatedCells": 6,
    },
)
equal(
    values.get(spreadsheetId=ident, range="My Tab!A:B", valueRenderOption="UNFORMATTED_VALUE").execute(),
    {
        "range": "'My Tab'!A1:B8",
        "majorDimension": "ROWS",
        "values": [["name", "año"], ["Ñandú", 2001], ["=1+1", False]],
    },
)
equal("values" in values.get(spreadsheetId=ident, range="'My Tab'!C1:D2").execute(), False)
appended = values.append(
    spreadsheetId=ident, range="'My Tab'!A1", valueInputOption="RAW", body={"values": [["x", 1], ["y", 2]]}
).execute()
equal(appended["updates"]["updatedRange"], "'My Tab'!A4:B5")
batch = values.batchUpdate(
    spreadsheetId=ident,
    body={
        "valueInputOption": "RAW",
        "data": [{"range": "'My Tab'!C1", "values": [["c"]]}, {"range": "'My Tab'!C2:C3", "values": [[1], [2]]}],
    },
).execute()
equal((batch["totalUpdatedCells"], batch["totalUpdatedSheets"]), (3, 1))
both = values.batchGet(spreadsheetId=ident, ranges=["'My Tab'!A2", "'My Tab'!C1:C3"]).execute()
equal([one["values"] for one in both["valueRanges"]], [[["Ñandú"]], [["c"], ["1"], ["2"]]])
equal(
    values.clear(spreadsheetId=ident, range="'My Tab'!A4:B5", body={}).execute(),
    {"spreadsheetId": ident, "clearedRange": "'My Tab'!A4:B5"},
)


def update(*requests, **more):
    return sheets.batchUpdate(spreadsheetId=ident, body={"requests": list(requests), **more}).execute()


# structure in one batch: insert, format, name; then delete
columns = {"sheetId": sheet_id, "dimension": "COLUMNS"}
reply = update(
    {"insertDimension": {"range": {**columns, "startIndex": 1, "endIndex": 3}, "inheritFromBefore": False}},
    {
        "repeatCell": {
            "range": {"sheetId": sheet_id, "endRowIndex": 1},
            "cell": {"userEnteredFormat": {"backgroundColor": {"red": 1}, "textFormat": {"bold": True}}},
            "fields": "userEnteredFormat(backgroundColor,textFormat.bold)",
        }
    },
    {"addNamedRange": {"namedRange": {"namedRangeId": "years", "name": "years",
                                      "range": {"sheetId": sheet_id, "startColumnIndex": 3, "endColumnIndex": 4}}}},
    {"addProtectedRange": {"protectedRange": {"range": {"sheetId": sheet_id, "endRowIndex": 1}, "editors": {"users": []}}}},
    {"mergeCells": {"range": {"sheetId": sheet_id, "startRowIndex": 6, "endRowIndex": 8, "startColumnIndex": 0,
                              "endColumnIndex": 2}, "mergeType": "MERGE_ALL"}},
    {"addSheet": {"properties": {"title": "Second", "sheetId": 4711}}},
    {"findReplace": {"find": "Ñandú", "replacement": "ñu", "allSheets": True}},
)
equal(reply["replies"][0], {})
equal(reply["replies"][5]["addSheet"]["properties"]["gridProperties"], {"rowCount": 1000, "columnCount": 26})
equal(reply["replies"][6]["findReplace"]["occurrencesChanged"], 1)
equal(values.get(spreadsheetId=ident, range="years").execute()["values"], [["año"], ["2001"], ["FALSE"]])
update(
    {"deleteDimension": {"range": {**columns, "startIndex": 1, "endIndex": 2}}},
    {"updateNamedRange": {"namedRange": {"namedRangeId": "years", "name": "born"}, "fields": "name"}},
    {"deleteSheet": {"sheetId": 4711}},
)
got = sheets.get(spreadsheetId=ident, fields="namedRanges,sheets(properties(title,gridProperties(columnCount)),merges)").execute()
equal(got["namedRanges"][0]["name"], "born")
equal(got["namedRanges"][0]["range"]["startColumnIndex"], 2)
equal([sheet["properties"]["title"] for sheet in got["sheets"]], ["My Tab"])
cell = sheets.get(spreadsheetId=ident, ranges=["'My Tab'!A1"], includeGridData=True).execute()
first = cell["sheets"][0]["data"][0]["rowData"][0]["values"][0]
equal(first["effectiveFormat"]["backgroundColor"], {"red": 1})
equal(first["formattedValue"], "name")

# Drive: list with q, copy, export, permissions, shared drives
drive.files().update(fileId=ident, body={"appProperties": {"made-by": "script"}}).execute()
query = 'mimeType="application/vnd.google-apps.spreadsheet" and name = "Python client" and trashed = false'
listed = drive.files().list(q=query, fields="nextPageToken,files(id,name)", pageSize=10).execute()
equal(listed["files"], [{"id": ident, "name": "Python client"}])
copy = drive.files().copy(fileId=ident, body={}, fields="id,name,appProperties").execute()
equal((copy["name"], copy["appProperties"]), ("Copy of Python client", {"made-by": "script"}))
copied = sheets.get(spreadsheetId=copy["id"]).execute()
equal(copied["sheets"][0]["properties"]["sheetId"], sheet_id)
exported = drive.files().export(fileId=ident, mimeType="text/csv").execute()
equal(exported.decode("utf-8").split("\r\n")[0], "name,,año,c")
shared = drive.permissions().create(
    fileId=ident, body={"type": "user", "role": "writer", "emailAddress": "ana@example.com"}, sendNotificationEmail=False
).execute()
equal(shared["role"], "writer")
drive.permissions().delete(fileId=ident, permissionId=shared["id"]).execute()
equal(drive.drives().list().execute()["kind"], "drive#driveList")

# errors
refused(sheets.get(spreadsheetId="nothing-here"), 404, "Requested entity was not found")
refused(drive.files().get(fileId="nothing-here"), 404, "File not found: nothing-here")
refused(values.get(spreadsheetId=ident, range="No Tab!A1"), 400, "Unable to parse range: No Tab!A1")
refused(
    values.update(spreadsheetId=ident, range="'My Tab'!A1", body={"values": [["x"]]}),
    400,
    "'valueInputOption' is required but not specified",
)
refused(sheets.batchUpdate(spreadsheetId=ident, body={"requests": []}), 400, "Must specify at least one request")
refused(
    values.update(spreadsheetId=ident, range="A1", valueInputOption="RAW", body={"values": "X"}),
    400,
    r"Invalid value at 'data.values' \(type.googleapis.com/google.protobuf.ListValue\), \"X\"",
)
refused(
    sheets.batchUpdate(spreadsheetId=ident, body={"requests": [{"deleteDimension": {"range": {**columns, "endIndex": 5}}}]}),
    400,
    "You can't delete all the columns on the sheet",
)

for file_id in (copy["id"], ident):
    drive.files().delete(fileId=file_id).execute()
refused(sheets.get(spreadsheetId=ident), 404, "Requested entity was not found")
print("python3-googleapi: passed")
