import { useRef, useState, type RefObject } from 'react';
import { Icon } from './icon.tsx';
import { useLanguage } from './language.tsx';

export interface BookletFile {
  /** Blob address of the PDF that was shown. */
  readonly url: string;
  /** Neutral: no patient's name, no disease. */
  readonly fileName: string;
  /** The app stands in a frame of the EHR, where the browser shows no PDF. */
  readonly framed: boolean;
}

interface BookletFileButtonsProps {
  readonly file: BookletFile;
  readonly onPrintOpened: () => void;
  /** The frame with the preview is on this screen already; else an unseen one is made to print from. */
  readonly frame?: RefObject<HTMLIFrameElement | null>;
}

/** Print and download: there in every state in which a booklet exists, whatever happened to saving. */
export function BookletFileButtons({ file, onPrintOpened, frame }: BookletFileButtonsProps) {
  const { say } = useLanguage();
  const own = useRef<HTMLIFrameElement>(null);
  const [printed, setPrinted] = useState<'opened' | 'blocked' | null>(null);
  const print = (): void => {
    const opened = openPrintWindow((frame ?? own).current);
    setPrinted(opened ? 'opened' : 'blocked');
    if (opened) onPrintOpened();
  };
  return (
    <>
      {file.framed ? null : (
        <button type="button" onClick={print}>
          <Icon name="print" />
          {say('preview.print')}
        </button>
      )}
      {file.framed ? <OpenInWindow file={file} /> : null}
      <a className="button" href={file.url} download={file.fileName}>
        <Icon name="download" />
        {say('preview.download')}
      </a>
      {file.framed || frame ? null : (
        // Unseen, so out of the reach of Tab and of who listens.
        <iframe
          className="print-frame"
          ref={own}
          src={file.url}
          title={say('preview.frameTitle')}
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      {printed === null ? null : (
        <p className="hint" role="status">
          {say(printed === 'opened' ? 'preview.printed' : 'preview.printBlocked')}
        </p>
      )}
    </>
  );
}

/** Opens the PDF where the browser can show and print it. */
export function OpenInWindow({ file }: { readonly file: BookletFile }) {
  const { say } = useLanguage();
  return (
    <a className="button" href={file.url} target="_blank" rel="noreferrer">
      <Icon name="document" />
      {say('preview.open')}
    </a>
  );
}

/** Opens the print window of the PDF; false where the browser does not let a page do that. */
function openPrintWindow(frame: HTMLIFrameElement | null): boolean {
  const pdf = frame?.contentWindow;
  if (!pdf) return false;
  try {
    pdf.focus();
    pdf.print();
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
