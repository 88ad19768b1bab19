import { useLanguage } from '../components/language.tsx';
import { Notice } from '../components/notice.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import { useGoBack, type ScreenProps } from '../use-workflow.ts';

/** The clinician made no booklet; that is a good end too, and can still be taken back. */
export function Declined({ workflow }: ScreenProps) {
  const { say } = useLanguage();
  const goBack = useGoBack();
  return (
    <div className="center stack wide">
      <Notice tone="info">
        <ScreenTitle>{say('declined.title')}</ScreenTitle>
        <p>{say('declined.text')}</p>
        <div className="actions">
          <button
            type="button"
            className="primary"
            onClick={() => {
              workflow.send({ kind: 'closed' });
            }}
          >
            {say('app.close')}
          </button>
          <button type="button" className="quiet" onClick={goBack}>
            {say('app.back')}
          </button>
        </div>
      </Notice>
      <p className="soft small">{say('finish.afterClose')}</p>
    </div>
  );
}
