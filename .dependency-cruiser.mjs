// The walls of the house (docs/architecture.md). A rule's comment tells whoever broke it what to do.
const ADAPTERS = '(fhir|pdf|knowledge|config|locales)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Split the file, or move the shared part down.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere: mend the path or add the package.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'domain-is-an-island',
      severity: 'error',
      comment: 'The core knows no FHIR resource, no screen, no PDF and no package.',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'workflow-knows-only-the-domain',
      severity: 'error',
      comment: 'Adapters are handed in through ports.ts; never import one here.',
      from: { path: '^src/workflow/' },
      to: { pathNot: '^src/(workflow|domain)/' },
    },
    {
      name: 'adapters-do-not-meet',
      severity: 'error',
      comment: 'One adapter never imports another; main.tsx introduces them.',
      from: { path: `^src/${ADAPTERS}/` },
      to: { path: '^src/', pathNot: '^src/($1|domain)/' },
    },
    {
      name: 'documents-do-not-meet',
      severity: 'error',
      comment: 'Kort, Volledig and the sheet share nodes, pages and design, which know none of them.',
      from: { path: '^src/pdf/(kort|volledig|sheet|nodes|pages|design|text|tagging|fonts|engine|imposing)/' },
      to: { path: '^src/pdf/(kort|volledig|sheet)/', pathNot: '^src/pdf/$1/' },
    },
    {
      name: 'ui-reaches-no-adapter',
      severity: 'error',
      comment: 'A screen asks the workflow, never the server.',
      from: { path: '^src/ui/' },
      to: { path: '^src/', pathNot: '^src/(ui|workflow|domain|locales)/' },
    },
    {
      name: 'components-know-no-screen',
      severity: 'error',
      comment: 'A component gets data and callbacks as props.',
      from: { path: '^src/ui/components/' },
      to: { path: '^src/(ui/screens|workflow)/' },
    },
    {
      name: 'fhirclient-only-in-fhir',
      severity: 'error',
      comment: 'FHIR and SMART stay in the fhir room; map to a domain type there.',
      from: { path: '^src/', pathNot: '^src/fhir/' },
      to: { path: '^fhir/|node_modules/(fhirclient|@types/fhir)/' },
    },
    {
      name: 'pdfmake-only-in-pdf',
      severity: 'error',
      comment: 'Hand the pdf room a Handout.',
      from: { path: '^src/', pathNot: '^src/pdf/' },
      to: { path: 'node_modules/(@types/)?pdfmake/' },
    },
    {
      name: 'react-only-in-ui',
      severity: 'error',
      comment: 'Only screens draw.',
      from: { path: '^src/', pathNot: '^src/(ui/|main[.]tsx$)' },
      to: { path: 'node_modules/(@types/)?react(-dom)?/' },
    },
    {
      name: 'knowledge-files-only-through-the-gate',
      severity: 'error',
      comment: 'Ask src/knowledge: it checks what it reads.',
      from: { path: '^src/', pathNot: '^src/knowledge/' },
      to: { path: '^knowledge/' },
    },
    {
      name: 'src-knows-no-workshop',
      severity: 'error',
      comment: 'What ships never leans on tests, fixtures, the sandbox or the commands.',
      from: { path: '^src/' },
      to: { path: '^(tests|fixtures|sandbox|commands)/' },
    },
    {
      name: 'sandbox-is-an-ehr',
      severity: 'error',
      comment: 'The sandbox plays the hospital: it knows no part of the app.',
      from: { path: '^sandbox/' },
      to: { path: '^(src|commands)/' },
    },
    {
      name: 'entries-are-not-imported',
      severity: 'error',
      comment: 'An entry composes; what others need lives in a room.',
      from: {},
      to: { path: '^src/(main[.]tsx|launch[.]ts)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[?](url|worker)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
