// SPDX-License-Identifier: Apache-2.0
// Makes the pictures of tests/layers/symbols/chromium once: milsymbol's own SVG for each code of codes.txt, drawn by
// Chromium. Arial is given the font that opsmap draws with, so that what differs is where letters stand, not which they are.
//   node make_chromium_pictures.js MILSYMBOL.JS NotoSans-Regular.ttf NotoSans-Bold.ttf      (Debian: chromium, fonts-noto-core, imagemagick)
const { execFileSync } = require('child_process');
const fs = require('fs'), os = require('os'), path = require('path');
const ms = require(path.resolve(process.argv[2]));
const face = (file, weight) => `@font-face { font-family: Arial; font-weight: ${weight}; src: url(data:font/ttf;base64,${fs.readFileSync(file).toString('base64')}); }`;
const faces = face(process.argv[3], 400) + face(process.argv[4], 700);
const out = path.join(__dirname, 'chromium'), temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'symbols-'));
const scale = 2;  // pixels per milsymbol unit

for (const line of fs.readFileSync(path.join(out, 'codes.txt'), 'utf8').split('\n').filter(line => line && line[0] !== '#')) {
  const [name, sidc, ...pairs] = line.split(/\s+/);
  const amplifiers = Object.fromEntries(pairs.map(pair => pair.split('=')));
  const symbol = new ms.Symbol(sidc, Object.assign({ size: 100, outlineWidth: 7, outlineColor: 'white' }, amplifiers)), size = symbol.getSize();
  const width = Math.ceil(size.width * scale), height = Math.ceil(size.height * scale);
  const svg = symbol.asSVG().replace(/ width="[^"]*" height="[^"]*"/, ` width="${size.width * scale}" height="${size.height * scale}"`);
  const page = path.join(temporary, 'page.html'), shot = path.join(temporary, 'shot.png');
  fs.writeFileSync(page, `<meta charset="utf-8"><style>${faces}
    body { margin: 0; background: white; overflow: hidden; } svg { display: block; }</style>${svg}`);
  execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=1', `--window-size=${Math.max(width, 500)},${height + 200}`,
    `--screenshot=${shot}`, '--virtual-time-budget=2000', `file://${page}`], { stdio: 'ignore' });
  execFileSync('convert', [shot, '-crop', `${width}x${height}+0+0`, '+repage', '-colorspace', 'Gray', '-depth', '4', '-strip', path.join(out, name + '.png')]);
}
fs.rmSync(temporary, { recursive: true });
