import type { PatientRecord } from '../../domain/patient.ts';
import { useLanguage } from './language.tsx';

/** Who a document is about, in a list of terms: name, birth date and sex. */
export function PatientRow({ patient }: { readonly patient: PatientRecord }) {
  const { say, recorded } = useLanguage();
  const born = patient.birthDate === undefined ? say('patient.bornUnknown') : recorded(patient.birthDate);
  return (
    <div>
      <dt>{say('save.patient')}</dt>
      <dd>
        <b>
          <bdi>{patient.name}</bdi>
        </b>
        , {say('save.patient.born', { born, sex: say(`patient.sex.${patient.sex}`) })}
      </dd>
    </div>
  );
}
