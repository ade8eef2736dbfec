// SPDX-License-Identifier: Apache-2.0
// milsymbol run by Node: one line "CODE<tab>AMPLIFIERS<tab>SVG" for each code of milsymbol's own tables, sides, statuses,
// echelons and headquarters in turn, with the options that opsmap gives it. Argument: milsymbol.js
const ms = require(process.argv[2]);
const options = { size: 100, outlineWidth: 7, outlineColor: 'white' };
const affiliations = ['0', '1', '2', '3', '4', '5', '6'];

// Of some letter codes milsymbol's own drawing fails.
function isDrawn(code) {
  try {
    return new ms.Symbol(code, options).isValid();
  } catch (fault) {
    return false;
  }
}

function print(sidc, amplifiers) {
  const svg = new ms.Symbol(sidc, Object.assign({}, options, amplifiers)).asSVG();
  const pairs = Object.entries(amplifiers).map(([name, value]) => name + '=' + value).join(';');
  console.log(sidc + '\t' + pairs + '\t' + svg);
}

// The tables fill an object by code; what they fill it with does not matter here.
const parts = new Proxy({}, { get: () => 0 });
const echelons = [11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26];
let turn = 0;
for (let set = 0; set < 100; ++set) {
  const two = String(set).padStart(2, '0');
  for (const entity of Object.keys(ms._getIcons.number(ms, two, parts, true, {}).icons)) {
    ++turn;
    const code = '100' + affiliations[turn % 7] + two + (turn % 6) + (turn % 8) +
      (two === '10' ? echelons[turn % 14] : '00') + entity.padStart(6, '0') + '0000';
    if (isDrawn(code)) print(code, {});
  }
}
for (const pattern of Object.keys(ms._getIcons.letter(ms, parts, true).icons)) {
  ++turn;
  const code = pattern[0] + 'PUAFNSHGWMDLJK'[turn % 14] + pattern[2] + 'APCDXF'[turn % 6] + pattern.slice(4).padEnd(11, '-');
  if (isDrawn(code)) print(code, {});
}
for (const affiliation of 'PUAFNSHGWMDLJK')
  for (const rest of ['GPUCI----B', 'GPUCA----F', 'GPUH-----H', 'APMF------', 'SPCL------', 'PP--------', 'UPS-------', 'FPGS------'])
    print('S' + affiliation + rest + '-----'.slice(0, 15 - 2 - rest.length), {});
for (const amplifiers of [{ uniqueDesignation: '850-6' }, { higherFormation: 'UNIFIL', uniqueDesignation: 'INDBATT' }, { country: 'KAZ' }, { quantity: '120', staffComments: 'approx.' },
  { colorMode: 'Medium' }, { dtg: '061200ZNOV18', additionalInformation: 'UNP 4-2' }, { uniqueDesignation: 'كتيبة' }])
  print('10031000161211020000', amplifiers);
