// SPDX-License-Identifier: Apache-2.0
// Writes what the npm package mgrs (first argument: its folder), which is independent of GeographicLib, says of 10,000
// points: references.txt beside this file, one reference a line. The points themselves come from the same generator in
// tests/geodata/crs/mgrs_references_test.cpp. Run: npm pack mgrs@2.2.0, unpack, node make_references.js package
const fs = require('fs'), path = require('path');
const mgrs = require(path.resolve(process.argv[2], 'dist/mgrs.js'));

let state = 2463534242;
function next(below) {
  state ^= state << 13; state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5; state >>>= 0;
  return state % below;
}
// In ten-thousandths of a degree.
function point(i) {
  const lon = next(3600000) - 1800000, lat = next(1640000) - 800000, off = next(3) - 1;
  if (i < 6000) return [lon, lat];
  if (i < 7000) return [(next(59) * 6 - 174) * 10000 + off, lat];                       // at the zones' edges
  if (i < 8000) return [lon, (next(20) * 8 - 72) * 10000 + off];                        // at the bands' edges
  if (i < 8500) return [next(150000), 560000 + next(80000)];                            // Norway
  if (i < 9000) return [next(440000), 720000 + next(119999)];                           // Svalbard
  if (i < 9500) return [[30000, 120000, 0, 60000][next(4)] + off, 560000 + next(80000)];
  return [[0, 90000, 210000, 330000, 420000][next(5)] + off, 720000 + next(119999)];
}
const lines = [];
for (let i = 0; i < 10000; ++i) {
  const [lon, lat] = point(i);
  lines.push(mgrs.forward([lon / 10000, lat / 10000]));
}
fs.writeFileSync(path.join(__dirname, 'references.txt'), lines.join('\n') + '\n');
