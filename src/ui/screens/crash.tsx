import { useLanguage } from '../components/language.tsx';
import { DoThis, HelpDeskCode, Notice } from '../components/notice.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import { Brand } from './frame.tsx';

/** In place of a screen that could not be drawn: a code, and nothing of the record (F46). */
export function CrashScreen({ helpDesk }: { readonly helpDesk: string }) {
  const { say } = useLanguage();
  return (
    <>
      <header className="bar">
        <Brand />
      </header>
      <main>
        <div className="center stack wide">
          <Notice tone="error" announced>
            <ScreenTitle>{say('crash.title')}</ScreenTitle>
            <p>{say('crash.text')}</p>
            <DoThis>{say('crash.do')}</DoThis>
          </Notice>
          <HelpDeskCode codes={['SCHERM-46']} helpDesk={helpDesk} />
        </div>
      </main>
    </>
  );
}
