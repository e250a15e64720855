import { NoSuchPage } from '@/app/(public)/_page/no-such-page';

export default function NotFound() {
  return <NoSuchPage />;
}
