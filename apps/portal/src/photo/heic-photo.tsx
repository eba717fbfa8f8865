import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Notice } from '../parts/notices';
import { useWords } from '../shell/words';
import { decodePhoto, PhotoError } from './decode-photo';

interface Props {
  readonly address: string;
  /** What the picture is, for whoever doesn't see it. */
  readonly text: string;
}

/** A phone's photo: by the browser itself where it can (Safari), else decoded here. */
export function HeicPhoto({ address, text }: Props): ReactElement {
  const [isForeign, setForeign] = useState(false);
  if (isForeign) return <DecodedPhoto address={address} text={text} />;
  return <img src={address} alt={text} className="claim-picture" onError={() => setForeign(true)} />;
}

function DecodedPhoto({ address, text }: Props): ReactElement {
  const { t } = useWords();
  // A second try would fail as the first one; what was decoded goes with the page.
  const photo = useQuery({ queryKey: ['photos', address], queryFn: ({ signal }) => decodePhoto(address, signal), retry: false, staleTime: Infinity, gcTime: 0 });
  if (photo.isPending) return <p className="loading" role="status">{t('claim.photo.decoding')}</p>;
  if (!photo.data) return <Notice tone="warning" live><p>{t(`claim.photo.${photo.error instanceof PhotoError ? photo.error.fault : 'broken'}`)}</p></Notice>;
  return <Drawn bitmap={photo.data} text={text} />;
}

function Drawn({ bitmap, text }: { readonly bitmap: ImageBitmap; readonly text: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0), [bitmap]);
  return <canvas ref={canvas} role="img" aria-label={text} className="claim-picture" width={bitmap.width} height={bitmap.height} />;
}
