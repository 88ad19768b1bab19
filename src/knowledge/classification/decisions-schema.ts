import * as z from 'zod/mini';

/*
 * The compiled form of what decides (knowledge/compile/compile-decisions.ts). Lists of codes are one text with spaces: they
 * check in microseconds, where ten thousand array members would not.
 */

const verdict = z.enum(['rare', 'common', 'undecided', 'none']);
const word = z.string().check(z.minLength(1));
const index = z.int().check(z.nonnegative());
const optionalSites = z.string().check(z.regex(/^(C\d\d(\.\d)?(-C\d\d(\.\d)?)?( |$))*$/));
const sites = optionalSites.check(z.minLength(3));
const types = z.string().check(z.regex(/^(\d{4}(-\d{4})?( |$))+$/));
const codes = z.string().check(z.regex(/^[^ ]+( [^ ]+)*$/));
const family = z.enum(['icd-10', 'snomed-ct', 'icd-o-3', 'orphanet', 'dhd', 'icpc-1-nl']);
const type = z.string().check(z.regex(/^\d{4}\/\d$/));
const sex = z.enum(['male', 'female']);

const entity = z.strictObject({
  id: word,
  parent: z.optional(word),
  precedence: z.int(),
  verdict,
  reason: word,
  topography: sites,
  morphology: index,
  behaviour: z.string().check(z.regex(/^\d*$/)),
  also: z.optional(z.array(z.union([z.tuple([word, types]), z.tuple([word, types, verdict, word])]))),
  variant: z.optional(z.tuple([types, verdict, word])),
  sites: z.optional(z.array(z.tuple([sites, verdict, word]))),
  restrict: z.optional(z.tuple([sex, word, word])),
});

const more = z.strictObject({
  at: z.optional(sites),
  sex: z.optional(sex),
  type: z.optional(type),
  alone: z.optional(word),
});
const meaning = z.union([
  z.tuple([word, verdict, word, z.array(index)]),
  z.tuple([word, verdict, word, z.array(index), more]),
]);
const coded = z.array(z.tuple([index, codes]));
const statusRules = z.array(z.tuple([codes, z.enum(['none', 'undecided']), word]));

export const decisionsSchema = z.strictObject({
  morphologies: z.array(types),
  entities: z.array(entity),
  systems: z.strictObject({
    spellings: z.array(z.tuple([word, family])),
    endings: z.array(z.tuple([word, family])),
    editionsFollow: z.array(word),
  }),
  snomed: coded,
  orpha: coded,
  icpc: coded,
  dhd: z.strictObject({ highest: index, numbers: coded }),
  icd10: z.strictObject({
    codes: coded,
    ranges: z.array(z.tuple([word, word, index])),
    sites: z.array(z.tuple([sites, optionalSites])),
  }),
  icdO3: z.strictObject({
    aliases: z.array(z.union([z.tuple([index]), z.tuple([index, index])])),
    behaviours: z.array(z.tuple([word, index])),
    unlisted: index,
    types: z.array(z.tuple([type, codes])),
    untyped: coded,
  }),
  words: z.strictObject({
    anywhere: z.array(word),
    start: z.array(word),
    end: z.array(word),
    weak: z.array(word),
    notWords: z.array(word),
    contexts: z.array(z.tuple([word, z.boolean(), verdict, word])),
  }),
  status: z.strictObject({
    clinical: statusRules,
    verification: statusRules,
    origin: statusRules,
    category: statusRules,
    categoryCounts: z.array(word),
    problemList: z.array(word),
  }),
  kinds: z.record(
    word,
    z.strictObject({
      tumour: z.boolean(),
      primary: z.boolean(),
      beside: z.enum(['judged', 'spread', 'silent', 'contradicts']),
    }),
  ),
  decidedBy: z.array(z.tuple([word, word])),
  meanings: z.array(meaning),
});

export type Decisions = z.infer<typeof decisionsSchema>;
