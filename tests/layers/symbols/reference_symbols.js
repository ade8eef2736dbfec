// SPDX-License-Identifier: Apache-2.0
// milsymbol run by Node: one line "CODE<tab>AMPLIFIERS<tab>SVG" for each of some hundred codes over all symbol sets,
// affiliations, statuses and headquarters, with the options that opsmap gives it. Argument: milsymbol.js
const ms = require(process.argv[2]);
const options = { size: 100, outlineWidth: 7, outlineColor: 'white' };
const sets = ['01', '02', '05', '06', '10', '11', '15', '20', '27', '30', '35', '36', '40', '50', '51', '52', '53', '54', '60'];
const affiliations = ['0', '1', '2', '3', '4', '5', '6'];

function print(sidc, amplifiers) {
  const svg = new ms.Symbol(sidc, Object.assign({}, options, amplifiers)).asSVG();
  const pairs = Object.entries(amplifiers).map(([name, value]) => name + '=' + value).join(';');
  console.log(sidc + '\t' + pairs + '\t' + svg);
}

// Some thirty entities of each set that milsymbol knows, with turning affiliation, status and HQ / task force / feint.
for (const set of sets) {
  let found = 0;
  for (let entity = 110000; entity < 250000 && found < 30; entity += 100) {
    const code = '100' + affiliations[found % 7] + set + (found % 6) + (found % 8) + (set === '10' ? [11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26][found % 14] : '00') + entity + '0000';
    if (!new ms.Symbol(code, options).isValid()) continue;
    ++found;
    print(code, {});
  }
}
for (const affiliation of 'PUAFNSHGWMDLJK')
  for (const rest of ['GPUCI----B', 'GPUCA----F', 'GPUH-----H', 'APMF------', 'SPCL------', 'PP--------', 'UPS-------', 'FPGS------'])
    print('S' + affiliation + rest + '-----'.slice(0, 15 - 2 - rest.length), {});
for (const amplifiers of [{ uniqueDesignation: '850-6' }, { higherFormation: 'UNIFIL', uniqueDesignation: 'INDBATT' }, { country: 'KAZ' }, { quantity: '120', staffComments: 'approx.' },
  { colorMode: 'Dark' }, { colorMode: 'Medium' }, { dtg: '061200ZNOV18', additionalInformation: 'UNP 4-2' }, { uniqueDesignation: 'كتيبة' }])
  print('10031000161211020000', amplifiers);
