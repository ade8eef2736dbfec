// SPDX-License-Identifier: Apache-2.0
// Writes declinations by the npm package geomagnetism (first argument: its folder), which does its own sums: references.csv
// beside this file: longitude, latitude, year, declination. Run: npm pack geomagnetism@0.2.0, unpack, node make_references.js package
const fs = require('fs'), path = require('path');
const folder = path.resolve(process.argv[2]);
const Model = require(path.join(folder, 'lib/model.js'));
const lines = [];
// The areas' places and places all over the globe, in the middle of each model's years; the package takes dates.
const places = [[35.3, 33.2], [-13.2, 27.1], [44.4, 32.5], [69.2, 34.5], [-58.4, -34.6], [151.2, -33.9], [-149.9, 61.2], [0, 0], [139.7, 35.7], [25.7, 66.5]];
for (const year of [2016, 2018, 2021, 2024, 2026, 2028])
  for (const [lon, lat] of places) {
    const date = new Date(Date.UTC(year, 0, 1));
    // By its coefficients' file, because the package itself dates a model by its publication.
    const file = year < 2020 ? 'wmm-2015v2' : year < 2025 ? 'wmm-2020' : 'wmm-2025';
    const model = new Model(require(path.join(folder, 'data', file + '.json'))).getTimedModel(date, true);
    lines.push([lon, lat, year, model.point([lat, lon]).decl.toFixed(4)].join(','));
  }
fs.writeFileSync(path.join(__dirname, 'references.csv'), lines.join('\n') + '\n');
