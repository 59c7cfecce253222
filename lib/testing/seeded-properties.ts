import fc from "fast-check";

/**
 * Where a build decides, the same commit gets the same verdict: properties draw from one seed there, and anew on a developer's machine.
 * What a developer's draw finds becomes an example of its test.
 */
if (process.env.CI !== undefined) fc.configureGlobal({ seed: 20_261_122 });
