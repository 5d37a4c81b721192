/** Jest 30 on ESM: the package has no CommonJS. Start it as `node --experimental-vm-modules node_modules/jest/bin/jest.js`. */
export default {
  transform: {},
  testMatch: ['**/*.test.js'],
};
