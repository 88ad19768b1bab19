import type { CareSource } from '../../domain/chart.ts';
import { contactOffers, type ContactOffer } from '../../workflow/form.ts';
import type { ContactAnswer } from '../../workflow/state.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { useLanguage, type Speech } from '../components/language.tsx';
import { SourceChip } from '../components/source-chip.tsx';
import { TextField } from '../components/text-field.tsx';
import type { ScreenProps, SectionProps } from '../use-workflow.ts';

/** The vast aanspreekpunt: offered from the chart, chosen by the clinician; the number comes from the settings of the hospital. */
export function ContactSection({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const { contact, name } = work.form;
  const missing = problems.some((problem) => problem.field === 'contact');
  return (
    <div className="card stack">
      <fieldset aria-describedby="contact-hint">
        <legend>
          <h2>{say('fill.contact')}</h2>
        </legend>
        <p className="hint" id="contact-hint">
          {say('fill.contact.hint')}
        </p>
        {missing ? <p className="error-text">{say('fill.contact.missing')}</p> : null}
        <Cards work={work} workflow={workflow} />
      </fieldset>
      {contact?.kind === 'someone-else' ? (
        <TextField
          id="contact-name"
          label={say('fill.name')}
          value={name}
          error={problems.some((problem) => problem.field === 'name') ? say('fill.name.missing') : null}
          onType={(text) => {
            workflow.send({ kind: 'contact-typed', field: 'name', text });
          }}
        />
      ) : null}
      {contact === null || contact.kind === 'unknown' ? null : <Reachability work={work} workflow={workflow} />}
      <Emergency work={work} workflow={workflow} />
    </div>
  );
}

function Cards({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const offers = contactOffers(work);
  const choose = (contact: ContactAnswer) => (): void => {
    workflow.send({ kind: 'contact-chosen', contact });
  };
  const { contact } = work.form;
  return (
    <div className="grid2 close">
      {offers.map((offer, index) => (
        <ChoiceCard
          key={index}
          id={`contact-${index}`}
          group="contact"
          label={offer.answer.kind === 'user' ? say('fill.contact.user') : <bdi>{offer.name}</bdi>}
          checked={isSame(contact, offer.answer)}
          onChoose={choose(offer.answer)}
        >
          <OfferAbout offer={offer} />
        </ChoiceCard>
      ))}
      <ChoiceCard
        id={`contact-${offers.length}`}
        group="contact"
        label={say('fill.contact.someoneElse')}
        checked={contact?.kind === 'someone-else'}
        onChoose={choose({ kind: 'someone-else' })}
      >
        <span>{say('fill.contact.someoneElse.hint')}</span>
      </ChoiceCard>
      <ChoiceCard
        group="contact"
        label={say('fill.contact.unknown')}
        checked={contact?.kind === 'unknown'}
        onChoose={choose({ kind: 'unknown' })}
      >
        <span>{say('fill.contact.unknown.hint')}</span>
      </ChoiceCard>
    </div>
  );
}

function isSame(one: ContactAnswer | null, other: ContactAnswer): boolean {
  if (one?.kind !== other.kind) return false;
  return one.kind !== 'participant' || (other.kind === 'participant' && one.person === other.person);
}

function OfferAbout({ offer }: { readonly offer: ContactOffer }) {
  const { say, recorded } = useLanguage();
  const { answer, name, role, source } = offer;
  return (
    <>
      {answer.kind === 'user' ? <bdi>{name}</bdi> : null}
      {role === null ? null : <bdi>{role}</bdi>}
      {source === null ? null : (
        <span className="chips">
          <SourceChip>{sourceText(source, say, recorded)}</SourceChip>
        </span>
      )}
    </>
  );
}

const SOURCES = {
  encounter: { dated: 'source.encounterOn', plain: 'source.encounter' },
  'care-team': { dated: 'source.careTeamSince', plain: 'source.careTeam' },
} as const;

function sourceText({ kind, date }: CareSource, say: Speech['say'], recorded: Speech['recorded']): string {
  const { dated, plain } = SOURCES[kind];
  return date === null ? say(plain) : say(dated, { date: recorded(date) });
}

function Reachability({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const { departments } = workflow.site;
  const { phone, hours, department } = work.form;
  const settings = departments.find(({ id }) => id === department);
  const sourceOf = (value: string, fromSettings: string | null | undefined) =>
    value === '' ? null : (
      <SourceChip>
        {value === fromSettings && settings ? `${say('source.settings')}, ${settings.name}` : say('source.you')}
      </SourceChip>
    );
  return (
    <>
      {departments.length > 1 ? <DepartmentField work={work} workflow={workflow} /> : null}
      <div className="grid2 level">
        <TextField
          id="phone"
          type="tel"
          label={say('fill.phone')}
          hint={
            <>
              {say('fill.phone.hint')} {sourceOf(phone, settings?.phone)}
            </>
          }
          value={phone}
          onType={(text) => {
            workflow.send({ kind: 'contact-typed', field: 'phone', text });
          }}
        />
        <TextField
          id="hours"
          label={say('fill.hours')}
          hint={
            <>
              {say('fill.hours.hint')} {sourceOf(hours, settings?.hours)}
            </>
          }
          value={hours}
          onType={(text) => {
            workflow.send({ kind: 'contact-typed', field: 'hours', text });
          }}
        />
      </div>
    </>
  );
}

/** The number for the evening and the weekend stands in every booklet: of the department, else of the hospital. */
function Emergency({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const { departments, emergencyPhone } = workflow.site;
  const department = departments.find(({ id }) => id === work.form.department);
  const phone = department?.emergencyPhone ?? emergencyPhone;
  if (phone === null) return <p className="hint">{say('fill.emergency.none')}</p>;
  const own = department?.emergencyPhone === phone ? `, ${department.name}` : '';
  return (
    <p className="hint">
      {say('fill.emergency')} <bdi>{phone}</bdi>{' '}
      <SourceChip>
        {say('source.settings')}
        {own}
      </SourceChip>
    </p>
  );
}

function DepartmentField({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  return (
    <div className="field">
      <label htmlFor="department">{say('fill.department')}</label>
      <select
        id="department"
        value={work.form.department ?? ''}
        onChange={(event) => {
          workflow.send({ kind: 'department-chosen', department: event.target.value });
        }}
      >
        <option value="" disabled>
          {say('fill.department.choose')}
        </option>
        {workflow.site.departments.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
