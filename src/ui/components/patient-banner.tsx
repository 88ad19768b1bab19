import { parseCalendarDate } from '../../domain/calendar-date.ts';
import type { PatientRecord } from '../../domain/patient.ts';
import { useLanguage } from './language.tsx';

/** Whom the chart is about: on every screen, whatever the EHR shows (D37, F16). Never a BSN. */
export function PatientBanner({ patient, age }: { readonly patient: PatientRecord; readonly age: number | null }) {
  const { say, recorded } = useLanguage();
  const known = patient.birthDate !== undefined && parseCalendarDate(patient.birthDate) !== null;
  return (
    <section className="patient" aria-label={say('patient.label')}>
      <div className="patient-in">
        <strong>
          <bdi>{patient.name}</bdi>
        </strong>
        <dl>
          <div>
            <dt>{say('patient.born')}</dt>
            <dd>
              <bdi>{patient.birthDate === undefined ? say('patient.bornUnknown') : recorded(patient.birthDate)}</bdi>
              {known && age !== null ? ` ${say('patient.age', { age })}` : ''}
            </dd>
          </div>
          <div>
            <dt>{say('patient.sex')}</dt>
            <dd>{say(`patient.sex.${patient.sex}`)}</dd>
          </div>
        </dl>
      </div>
    </section>
  );
}
