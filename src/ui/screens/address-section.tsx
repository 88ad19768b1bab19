import type { CentreCase, RouteOrganisation } from '../../domain/route/route.ts';
import { useLanguage } from '../components/language.tsx';
import { SourceChip } from '../components/source-chip.tsx';
import { SwitchField } from '../components/switch-field.tsx';
import type { ScreenProps } from '../use-workflow.ts';

/** What the lists put into this booklet by themselves: centre and organisation, each with its source (D7). */
export function AddressSection({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  if (work.confirmed === null) return null;
  const { centre, organisations } = workflow.core.addressesFor(work.confirmed.entity.id);
  const named = centre.kind === 'named' || centre.kind === 'here';
  return (
    <div className="card stack">
      <h2>{say('address.title')}</h2>
      <Centre centre={centre} hospital={workflow.site.hospital} />
      {named ? (
        <div className="switches">
          <SwitchField
            label={say('address.centre.name')}
            hint={say('address.centre.name.hint')}
            checked={work.form.namesCentre}
            onChange={(on) => {
              workflow.send({ kind: 'address-choice', change: { namesCentre: on } });
            }}
          />
        </div>
      ) : null}
      <Organisations organisations={organisations} />
    </div>
  );
}

function Centre({ centre, hospital }: { readonly centre: CentreCase; readonly hospital: string }) {
  const { say, day } = useLanguage();
  if (centre.kind === 'here') return <p>{say('address.centre.here', { hospital })}</p>;
  if (centre.kind !== 'named') return <p>{say(`address.centre.${centre.kind}`)}</p>;
  return (
    <div>
      <p>{say('address.centre')}</p>
      <ul className="bullets">
        {centre.centres.map(({ name, city, checkedOn }) => (
          <li key={`${name} ${city}`}>
            <bdi>
              {name}, {city}
            </bdi>{' '}
            <SourceChip>{say('source.listOn', { date: day(checkedOn) })}</SourceChip>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Organisations({ organisations }: { readonly organisations: readonly RouteOrganisation[] }) {
  const { say, day } = useLanguage();
  if (organisations.length === 0) return <p>{say('address.organisation.none')}</p>;
  return (
    <div>
      <p>{say('address.organisation')}</p>
      <ul className="bullets">
        {organisations.map(({ name, url, checkedOn }) => (
          <li key={url}>
            <bdi>{name}</bdi> <SourceChip>{say('source.listOn', { date: day(checkedOn) })}</SourceChip>
          </li>
        ))}
      </ul>
    </div>
  );
}
