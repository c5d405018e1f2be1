// Google's own clients for Node. SHEETWAY_ROOT is the root URL of the API under test, without a slash at the end;
// SHEETWAY_TOKEN a bearer token that may do everything.
import assert from 'node:assert/strict';
import { auth as sheetsAuth, sheets as sheetsApi } from '@googleapis/sheets';
import { drive as driveApi } from '@googleapis/drive';

const auth = new sheetsAuth.OAuth2();
auth.setCredentials({ access_token: process.env.SHEETWAY_TOKEN });
const rootUrl = `${process.env.SHEETWAY_ROOT}/`;
const options = { version: 'v4', auth, rootUrl, retryConfig: { retry: 0 } };
const sheets = sheetsApi(options).spreadsheets;
const drive = driveApi({ ...options, version: 'v3' });

async function refused(promise, status, text) {
  await assert.rejects(promise, (error) => {
    assert.equal(Number(error.status ?? error.code), status, error.message);
    assert.match(error.message, text);
    return true;
  });
}

// create
const { data: created } = await sheets.create({
  requestBody: { properties: { title: 'Node client' }, sheets: [{ properties: { title: 'Data', gridProperties: { rowCount: 10, columnCount: 5 } } }] },
});
const { spreadsheetId } = created;
const { sheetId } = created.sheets[0].properties;
assert.equal(created.spreadsheetUrl.endsWith(`/d/${spreadsheetId}/edit`), true);

// values: update, read, batch, append, clear
const { data: updated } = await sheets.values.update({
  spreadsheetId, range: 'Data!A1:C3', valueInputOption: 'RAW', includeValuesInResponse: true,
  requestBody: { values: [['k', 'n', 'flag'], ['a', 1, true], ['b', null, '']] },
});
assert.deepEqual([updated.updatedRange, updated.updatedCells], ['Data!A1:C3', 8]);
assert.deepEqual(updated.updatedData.values, [['k', 'n', 'flag'], ['a', '1', 'TRUE'], ['b']]);
const { data: read } = await sheets.values.get({ spreadsheetId, range: 'Data!A1:E9', valueRenderOption: 'UNFORMATTED_VALUE' });
assert.deepEqual(read, { range: 'Data!A1:E9', majorDimension: 'ROWS', values: [['k', 'n', 'flag'], ['a', 1, true], ['b']] });
const { data: batchUpdated } = await sheets.values.batchUpdate({
  spreadsheetId,
  requestBody: { valueInputOption: 'USER_ENTERED', data: [{ range: 'Data!B3', values: [['2']] }, { range: 'Data!A4:A5', majorDimension: 'COLUMNS', values: [['c', 'd']] }] },
});
assert.deepEqual([batchUpdated.totalUpdatedCells, batchUpdated.responses.length], [3, 2]);
const { data: batchRead } = await sheets.values.batchGet({ spreadsheetId, ranges: ['Data!A2:A5', 'Data!B3'], majorDimension: 'COLUMNS', valueRenderOption: 'UNFORMATTED_VALUE' });
assert.deepEqual(batchRead.valueRanges.map((range) => range.values), [[['a', 'b', 'c', 'd']], [[2]]]);
const { data: appended } = await sheets.values.append({
  spreadsheetId, range: 'Data!A1', valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS', requestBody: { values: [['e', 5]] },
});
assert.deepEqual([appended.tableRange, appended.updates.updatedRange], ['Data!A1:C5', 'Data!A6:B6']);
assert.equal((await sheets.values.clear({ spreadsheetId, range: 'Data!A6:B6' })).data.clearedRange, 'Data!A6:B6');
assert.deepEqual((await sheets.values.batchClear({ spreadsheetId, requestBody: { ranges: ['Data!C2', 'Data!C3'] } })).data.clearedRanges, ['Data!C2', 'Data!C3']);

// one batch of structure: columns, format, named range, metadata, formula
const { data: batch } = await sheets.batchUpdate({
  spreadsheetId,
  requestBody: {
    includeSpreadsheetInResponse: true,
    requests: [
      { insertDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }, inheritFromBefore: true } },
      { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 1 }, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue: { stringValue: 'version' } }] }, { values: [{ userEnteredValue: { formulaValue: '=C2*2' } }] }] } },
      { repeatCell: { range: { sheetId, startRowIndex: 0, endRowIndex: 1 }, cell: { userEnteredFormat: { textFormat: { bold: true } } }, fields: 'userEnteredFormat.textFormat.bold' } },
      { addNamedRange: { namedRange: { name: 'numbers', range: { sheetId, startColumnIndex: 2, endColumnIndex: 3 } } } },
      { createDeveloperMetadata: { developerMetadata: { metadataKey: 'col', metadataValue: 'n', visibility: 'DOCUMENT', location: { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } } } },
      { appendDimension: { sheetId, dimension: 'COLUMNS', length: 2 } },
    ],
  },
});
assert.equal(batch.replies.length, 6);
assert.deepEqual(batch.replies[0], {});
const { namedRangeId } = batch.replies[3].addNamedRange.namedRange;
assert.equal(batch.updatedSpreadsheet.sheets[0].properties.gridProperties.columnCount, 8);
await sheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } }] } });
const { data: formulas } = await sheets.values.get({ spreadsheetId, range: 'Data!A1:B2', valueRenderOption: 'FORMULA' });
assert.deepEqual(formulas.values, [['version', 'n'], ['=B2*2', 1]]);
const { data: got } = await sheets.get({ spreadsheetId, ranges: ['Data!A1:A1'], fields: 'namedRanges,sheets(data.rowData.values.userEnteredFormat.textFormat.bold)' });
assert.deepEqual(got.namedRanges[0], { namedRangeId, name: 'numbers', range: { ...(sheetId ? { sheetId } : {}), startColumnIndex: 1, endColumnIndex: 2 } });
assert.equal(got.sheets[0].data[0].rowData[0].values[0].userEnteredFormat.textFormat.bold, true);

// by metadata; the formula gives way to a value, so that every result is known
await sheets.values.update({ spreadsheetId, range: 'Data!A2', valueInputOption: 'RAW', requestBody: { values: [['v']] } });
const dataFilter = { developerMetadataLookup: { metadataKey: 'col' } };
const { data: found } = await sheets.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters: [dataFilter] } });
const { metadataId, location } = found.matchedDeveloperMetadata[0].developerMetadata;
assert.deepEqual([location.locationType, location.dimensionRange.startIndex], ['COLUMN', 1]);
assert.equal((await sheets.developerMetadata.get({ spreadsheetId, metadataId })).data.metadataValue, 'n');
const { data: filtered } = await sheets.values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters: [dataFilter] } });
assert.deepEqual(filtered.valueRanges[0].valueRange.values.slice(0, 3), [['n'], ['1'], ['2']]);
await sheets.values.batchUpdateByDataFilter({ spreadsheetId, requestBody: { valueInputOption: 'RAW', data: [{ dataFilter: { gridRange: { sheetId, startRowIndex: 8, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 } }, values: [['x']] }] } });
await sheets.values.batchClearByDataFilter({ spreadsheetId, requestBody: { dataFilters: [{ a1Range: 'Data!A9' }] } });
const { data: partial } = await sheets.getByDataFilter({ spreadsheetId, requestBody: { dataFilters: [{ a1Range: 'Data!A1:B2' }], includeGridData: true } });
assert.equal(partial.sheets[0].data[0].rowData[1].values[1].effectiveValue.numberValue, 1);

// Drive: list with q, properties, copy, export, trash
await drive.files.update({ fileId: spreadsheetId, requestBody: { name: "Ana's data", appProperties: { run: '7' } } });
const q = "name = 'Ana\\'s data' and mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false and appProperties has { key='run' and value='7' }";
const { data: list } = await drive.files.list({ q, fields: 'files(id,name,appProperties)' });
assert.deepEqual(list.files, [{ id: spreadsheetId, name: "Ana's data", appProperties: { run: '7' } }]);
const { data: copy } = await drive.files.copy({ fileId: spreadsheetId, requestBody: { name: 'The copy' } });
assert.deepEqual(Object.keys(copy).sort(), ['id', 'kind', 'mimeType', 'name']);
assert.deepEqual((await sheets.values.get({ spreadsheetId: copy.id, range: 'Data!A1:B1' })).data.values, [['version', 'n']]);
const { data: moved } = await sheets.sheets.copyTo({ spreadsheetId, sheetId, requestBody: { destinationSpreadsheetId: copy.id } });
assert.equal(moved.title, 'Copy of Data');
await sheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ updateCells: { start: { sheetId, rowIndex: 1, columnIndex: 0 }, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue: { stringValue: 'v, 1' } }] }] } }, { deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 10 } } }] } });
const { data: csv } = await drive.files.export({ fileId: spreadsheetId, mimeType: 'text/csv' }, { responseType: 'text' });
assert.equal(csv, 'version,n,flag\r\n"v, 1",1,');
const { data: xlsx } = await drive.files.export({ fileId: spreadsheetId, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }, { responseType: 'arraybuffer' });
assert.equal(Buffer.from(xlsx).subarray(0, 2).toString(), 'PK');
const { data: permission } = await drive.permissions.create({ fileId: spreadsheetId, sendNotificationEmail: false, requestBody: { type: 'user', role: 'reader', emailAddress: 'ana@example.com' } });
assert.equal((await drive.permissions.list({ fileId: spreadsheetId })).data.permissions.length, 2);
assert.equal((await drive.permissions.delete({ fileId: spreadsheetId, permissionId: permission.id })).status, 204);
await drive.files.update({ fileId: copy.id, requestBody: { trashed: true } });
assert.equal((await drive.files.get({ fileId: copy.id, fields: 'trashed' })).data.trashed, true);
assert.equal((await drive.files.delete({ fileId: copy.id })).status, 204);

// errors
await refused(sheets.values.get({ spreadsheetId, range: 'Nowhere!A1' }), 400, /Unable to parse range: Nowhere!A1/);
await refused(sheets.values.update({ spreadsheetId, range: 'Data!A99', valueInputOption: 'RAW', requestBody: { values: [['x']] } }), 400, /exceeds grid limits. Max rows: 3, max columns: 7/);
await refused(sheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet: { properties: { title: 'New' } } }, { deleteSheet: { sheetId: 77 } }] } }), 400, /Invalid requests\[1\]\.deleteSheet/);
assert.equal((await sheets.get({ spreadsheetId })).data.sheets.length, 1, 'a refused batch leaves nothing behind');
await refused(sheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet: { properties: { name: 'New' } } }] } }), 400, /Unknown name "name"/);
await refused(sheets.get({ spreadsheetId: copy.id }), 404, /Requested entity was not found/);
await refused(drive.files.get({ fileId: copy.id }), 404, /File not found/);

await drive.files.delete({ fileId: spreadsheetId });
console.log('googleapis: passed');
