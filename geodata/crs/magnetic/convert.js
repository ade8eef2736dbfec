// SPDX-License-Identifier: Apache-2.0
// Turns the coefficients in the npm package geomagnetism (first argument: its folder) into the files that
// GeographicLib's MagneticModel reads: NAME.wmm, text, and NAME.wmm.cof, little-endian numbers. Second argument: where to.
const fs = require('fs'), path = require('path');
const [from, to] = process.argv.slice(2);
const kDegree = 12;

// Per order m its degrees n >= m; sines have none of order 0.
function triangle(values, firstOrder) {
  const out = [];
  for (let m = firstOrder; m <= kDegree; ++m)
    for (let n = m; n <= kDegree; ++n) out.push(values[n * (n + 1) / 2 + m]);
  return out;
}

function part(cosines, sines) {
  const numbers = [...triangle(cosines, 0), ...triangle(sines, 1)];
  const bytes = Buffer.alloc(8 + numbers.length * 8);
  bytes.writeInt32LE(kDegree, 0);
  bytes.writeInt32LE(kDegree, 4);
  numbers.forEach((number, i) => bytes.writeDoubleLE(number, 8 + i * 8));
  return bytes;
}

for (const [source, name, id] of [['wmm-2015v2', 'wmm2015v2', 'WMM2015B'], ['wmm-2020', 'wmm2020', 'WMM2020A'], ['wmm-2025', 'wmm2025', 'WMM2025A']]) {
  const model = JSON.parse(fs.readFileSync(path.join(from, 'data', source + '.json')));
  const epoch = Math.round(model.epoch);
  const lines = {Name: name, Description: 'World Magnetic Model ' + name.slice(3), Publisher: 'National Oceanic and Atmospheric Administration',
    ReleaseDate: new Date(model.start_date).toISOString().slice(0, 10), Radius: 6371200, NumModels: 1, Epoch: epoch, DeltaEpoch: 5, MinTime: epoch,
    MaxTime: epoch + 5, MinHeight: -1000, MaxHeight: 850000, Normalization: 'schmidt', Type: 'linear', ByteOrder: 'little', ID: id};
  fs.writeFileSync(path.join(to, name + '.wmm'), 'WMMF-1\n' + Object.entries(lines).map(([key, value]) => `${key} ${value}\n`).join(''));
  fs.writeFileSync(path.join(to, name + '.wmm.cof'), Buffer.concat([Buffer.from(id, 'latin1'),
    part(model.main_field_coeff_g, model.main_field_coeff_h), part(model.secular_var_coeff_g, model.secular_var_coeff_h)]));
}
