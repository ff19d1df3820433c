import { eachLine, type Skin } from './matrix/skin.ts';

const event = (fields: object): string => JSON.stringify(fields);
const at = { ImportPath: 'example.com/app' };

export const skins: readonly Skin[] = [
  {
    name: 'go build -json',
    dialects: ['go-json', 'shell'],
    dress: ({ command, output }) =>
      `$ ${command}\n${eachLine(output, (line) => event({ ...at, Action: 'build-output', Output: `${line}\n` }))}${event({ ...at, Action: 'build-fail' })}\n`,
  },
];
