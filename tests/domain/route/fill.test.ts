import { describe, expect, it } from 'vitest';
import { fillSentence, fillText } from '../../../src/domain/route/fill.ts';

describe('filling a sentence', () => {
  it('puts the value in its slot', () => {
    expect(fillSentence('Het nummer is {{contact.phone}}.', { 'contact.phone': '088 000 12 34' })).toBe(
      'Het nummer is 088 000 12 34.',
    );
  });

  it('leaves a sentence with an empty slot out, also when another slot is filled', () => {
    expect(fillSentence('{{contact.name}} op {{contact.phone}}.', { 'contact.name': 'Joke' })).toBe('');
  });

  it('leaves only the sentence with the empty slot out of a text', () => {
    const text = 'Jouw vaste persoon is {{contact.name}}. Het nummer staat voorin.';
    expect(fillText(text, {})).toBe('Het nummer staat voorin.');
  });

  it('never fills a value a second time', () => {
    expect(fillSentence('Voor {{patient.name}}.', { 'patient.name': '{{contact.name}}', 'contact.name': 'x' })).toBe(
      'Voor {{contact.name}}.',
    );
  });

  it('does not take a full stop inside a value for the end of a sentence', () => {
    expect(fillText('Nagekeken door {{approval.name}}.', { 'approval.name': 'dr. E. Voorbeeld' })).toBe(
      'Nagekeken door dr. E. Voorbeeld.',
    );
  });

  it('gives a name that ends with a full stop no second one', () => {
    expect(fillSentence('Je kreeg het in {{hospital.name}}.', { 'hospital.name': 'De Linde B.V.' })).toBe(
      'Je kreeg het in De Linde B.V.',
    );
  });
});
