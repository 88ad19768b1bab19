// The Dutch texts of every screen after the first: they come with those screens, for the first one has a budget (D39).
import later from './nl-later.json' with { type: 'json' };
import { addDutch } from './messages.ts';

addDutch(later);
