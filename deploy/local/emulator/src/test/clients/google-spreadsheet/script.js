// google-spreadsheet, as its documentation uses it. SHEETWAY_ROOT is the root URL of the API under test, without a slash
// at the end; SHEETWAY_TOKEN a bearer token that may do everything.
import assert from 'node:assert/strict';
import { GoogleSpreadsheet } from 'google-spreadsheet';

const root = process.env.SHEETWAY_ROOT;
const auth = { token: process.env.SHEETWAY_TOKEN };

function open(id) {
  const doc = new GoogleSpreadsheet(id, auth, { retryConfig: 0 });
  doc.sheetsApi = doc.sheetsApi.extend({ prefix: `${root}/v4/spreadsheets/${id}` });
  doc.driveApi = doc.driveApi.extend({ prefix: `${root}/drive/v3/files/${id}` });
  return doc;
}

async function refused(promise, status, text) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.response?.status, status, error.message);
    assert.match(error.message, text);
    return true;
  });
}

// create
const created = await open('').sheetsApi
  .extend({ prefix: `${root}/v4/spreadsheets` })
  .post('', { json: { properties: { title: 'Client test' } } }).json();
const doc = open(created.spreadsheetId);
await doc.loadInfo();
assert.equal(doc.title, 'Client test');
assert.equal(doc.locale, 'en_US');
assert.equal(doc.sheetCount, 1);
const first = doc.sheetsByIndex[0];
assert.deepEqual([first.title, first.rowCount, first.columnCount], ['Sheet1', 1000, 26]);

// update of properties, new sheet with headers
await doc.updateProperties({ title: 'Renamed', timeZone: 'America/Santiago' });
assert.equal(doc.title, 'Renamed');
const sheet = await doc.addSheet({ title: 'Crew', headerValues: ['name', 'born', 'wage'] });
assert.deepEqual(sheet.headerValues, ['name', 'born', 'wage']);
assert.equal(doc.sheetsByTitle.Crew.sheetId, sheet.sheetId);

// rows: append, read, save, delete
await sheet.addRows([
  { name: 'Ana', born: '1990', wage: '1200.5' },
  { name: 'Beto', born: '1985', wage: '900' },
  ['Carla', '1979', '=1+1'],
], { raw: true });
const row = await sheet.addRow({ name: 'Dario', born: '2001', wage: 'none' }, { insert: true, raw: true });
assert.equal(row.rowNumber, 5);
let rows = await sheet.getRows();
assert.deepEqual(rows.map((r) => r.get('name')), ['Ana', 'Beto', 'Carla', 'Dario']);
assert.equal(rows[2].get('wage'), '=1+1', 'RAW keeps the text of a formula as text');
rows[1].set('wage', '950');
await rows[1].save({ raw: true });
assert.equal((await sheet.getRows({ offset: 1, limit: 1 }))[0].get('wage'), '950');
await rows[2].delete();
rows = await sheet.getRows();
assert.deepEqual(rows.map((r) => r.get('name')), ['Ana', 'Beto', 'Dario']);

// cells: load, change, format, save as one batch
await sheet.loadCells('A1:D6');
assert.equal(sheet.getCell(0, 0).value, 'name');
assert.equal(sheet.getCellByA1('D6').value, null);
const number = sheet.getCellByA1('C2');
number.value = 1300.25;
number.numberFormat = { type: 'NUMBER', pattern: '0.00' };
sheet.getCellByA1('A1').textFormat = { bold: true };
sheet.getCellByA1('D1').value = 'active';
sheet.getCellByA1('D2').value = true;
sheet.getCellByA1('D3').note = 'ask Beto';
await sheet.saveUpdatedCells();
sheet.resetLocalCache(true);
await sheet.loadCells({ startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 4 });
assert.equal(sheet.getCellByA1('C2').value, 1300.25);
assert.equal(sheet.getCellByA1('C2').formattedValue, '1300.25');
assert.deepEqual(sheet.getCellByA1('C2').numberFormat, { type: 'NUMBER', pattern: '0.00' });
assert.equal(sheet.getCellByA1('A1').textFormat.bold, true);
assert.equal(sheet.getCellByA1('D2').value, true);
assert.equal(sheet.getCellByA1('D3').note, 'ask Beto');
await sheet.loadCells([]).catch(() => {});

// insert and delete columns and rows; what was there moves
await sheet.insertDimension('COLUMNS', { startIndex: 1, endIndex: 3 });
assert.equal(sheet.columnCount, 28);
await sheet.loadHeaderRow().catch(() => {});
assert.deepEqual(await sheet.getCellsInRange('A1:F1'), [['name', '', '', 'born', 'wage', 'active']]);
await sheet.deleteDimension('COLUMNS', { startIndex: 1, endIndex: 3 });
assert.equal(sheet.columnCount, 26);
assert.deepEqual(await sheet.getCellsInRange('A1:D1'), [['name', 'born', 'wage', 'active']]);
assert.deepEqual(
  (await sheet.batchGetCellsInRange(['A1:B1', 'A2'])).map((range) => range),
  [[['name', 'born']], [['Ana']]],
);
await sheet.appendDimension('COLUMNS', 2);
assert.equal(sheet.columnCount, 28);
await sheet.moveDimension('COLUMNS', { startIndex: 0, endIndex: 1 }, 3);
assert.deepEqual(await sheet.getCellsInRange('A1:D1'), [['born', 'wage', 'name', 'active']]);
await sheet.moveDimension('COLUMNS', { startIndex: 2, endIndex: 3 }, 0);
await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 2 }, false);
assert.deepEqual(await sheet.getCellsInRange('A1:A3'), [['name'], [], ['Ana']]);
await sheet.deleteRows(1, 2);
await sheet.resize({ rowCount: 20, columnCount: 6 });
assert.deepEqual([sheet.rowCount, sheet.columnCount], [20, 6]);
await sheet.updateDimensionProperties('COLUMNS', { pixelSize: 150 }, { startIndex: 0, endIndex: 1 });
await sheet.updateGridProperties({ frozenRowCount: 1 });
assert.equal(sheet.gridProperties.frozenRowCount, 1);

// ranges of cells
await sheet.pasteData({ rowIndex: 9, columnIndex: 0 }, 'p;q\nr;s', ';');
assert.deepEqual(await sheet.getCellsInRange('A10:B11'), [['p', 'q'], ['r', 's']]);
await sheet.copyPaste(
  { startRowIndex: 9, endRowIndex: 11, startColumnIndex: 0, endColumnIndex: 2 },
  { startRowIndex: 12, endRowIndex: 14, startColumnIndex: 1, endColumnIndex: 3 },
);
assert.deepEqual(await sheet.getCellsInRange('B13:C14'), [['p', 'q'], ['r', 's']]);
await sheet.insertRange({ startRowIndex: 12, endRowIndex: 13, startColumnIndex: 1, endColumnIndex: 2 }, 'COLUMNS');
assert.deepEqual(await sheet.getCellsInRange('B13:D14'), [['', 'p', 'q'], ['r', 's']]);
await sheet.deleteRange({ startRowIndex: 12, endRowIndex: 13, startColumnIndex: 1, endColumnIndex: 2 }, 'COLUMNS');
assert.deepEqual(await sheet.getCellsInRange('B13:D14'), [['p', 'q'], ['r', 's']]);
await sheet.mergeCells({ startRowIndex: 15, endRowIndex: 16, startColumnIndex: 0, endColumnIndex: 2 });
await sheet.unmergeCells({ startRowIndex: 15, endRowIndex: 16, startColumnIndex: 0, endColumnIndex: 2 });
await sheet.sortRange(
  { startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 6 },
  [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
);
assert.deepEqual(await sheet.getCellsInRange('A2:A4'), [['Dario'], ['Beto'], ['Ana']]);
await sheet.setDataValidation(
  { startRowIndex: 1, endRowIndex: 4, startColumnIndex: 3, endColumnIndex: 4 },
  { condition: { type: 'BOOLEAN', values: [] }, strict: true },
);
await sheet.setBasicFilter({ range: { startRowIndex: 0, endRowIndex: 4 } });
await sheet.clearBasicFilter();

// named ranges, protection, metadata
const named = await doc.addNamedRange('crew_names', {
  sheetId: sheet.sheetId, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1,
});
assert.ok(named.namedRange.namedRangeId);
await refused(
  doc.addNamedRange('crew_names', { sheetId: sheet.sheetId, startRowIndex: 0, endRowIndex: 1 }),
  400,
  /\[400\] Invalid requests\[0\]\.addNamedRange: Cannot add named range with name/,
);
await sheet.updateNamedRange(named.namedRange.namedRangeId, { name: 'crew' }, 'name');
await doc.deleteNamedRange(named.namedRange.namedRangeId);
const guarded = await sheet.addProtectedRange({ range: { startRowIndex: 0, endRowIndex: 1 }, description: 'headers' });
await sheet.deleteProtectedRange(guarded.protectedRange.protectedRangeId);
await sheet.createDeveloperMetadata({
  metadataKey: 'anchor', metadataValue: 'wage', visibility: 'DOCUMENT',
  location: { dimensionRange: { sheetId: sheet.sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } },
});
await sheet.insertDimension('COLUMNS', { startIndex: 0, endIndex: 1 }, false);
const found = await doc.searchDeveloperMetadata([{ developerMetadataLookup: { metadataKey: 'anchor' } }]);
assert.equal(found[0].location.dimensionRange.startIndex, 3, 'metadata moves with its column');
await sheet.deleteDimension('COLUMNS', { startIndex: 0, endIndex: 1 });

// copies of sheets
const twin = await sheet.duplicate({ title: 'Crew 2', index: 0 });
assert.equal(twin.title, 'Crew 2');
assert.deepEqual(await twin.getCellsInRange('A1:B1'), [['name', 'born']]);
await twin.delete();
assert.equal(doc.sheetCount, 2);
await first.copyToSpreadsheet(doc.spreadsheetId);
await doc.loadInfo();
assert.ok(doc.sheetsByTitle['Copy of Sheet1']);

// clear
await sheet.clearRows();
assert.deepEqual(await sheet.getRows(), []);
await sheet.clear();
assert.equal(await sheet.getCellsInRange('A1:F20'), undefined);

// export, permissions
const csv = await doc.driveApi.get('export', { searchParams: { mimeType: 'text/csv' } }).text();
assert.equal(csv, '');
const permissions = await doc.listPermissions();
assert.equal(permissions[0].role, 'owner');
await doc.share('ana@example.com', { role: 'writer', emailMessage: false });
assert.equal((await doc.listPermissions()).length, 2);

// errors
await refused(doc.deleteSheet(424242), 400, /No sheet with id: 424242/);
await refused(sheet.getCellsInRange('A1:ZZZ9'), 400, /exceeds grid limits/);
await refused(doc.addSheet({ title: 'Crew' }), 400, /A sheet with the name "Crew" already exists/);
await refused(open('no-such-spreadsheet').loadInfo(), 404, /\[404\] Requested entity was not found/);

// delete
await doc.delete();
await refused(open(created.spreadsheetId).loadInfo(), 404, /not found/);
console.log('google-spreadsheet: passed');
