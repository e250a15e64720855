import { expect, it } from 'vitest';
import { enter, isChosenMeanwhile, typeOn, whenDone } from '@/app/(desk)/desk/charter/draft/own-typing';

const isUsable = (text: string) => /^\d+$/.test(text) && Number(text) <= 720;

it('[P72] what is typed is written once its typist is done, and nothing is written where nothing was typed', () => {
  expect(whenDone(enter('168'), '168', isUsable)).toBe('nothing');
  expect(whenDone(typeOn(enter('168'), '96', '168'), '168', isUsable)).toBe('write');
  expect(whenDone(typeOn(typeOn(enter('168'), '96', '168'), '168', '168'), '168', isUsable)).toBe('nothing');
});

it.each(['', '9999', 'many'])('[P72] what the draft cannot hold is not written: “%s”', (text) => {
  expect(whenDone(typeOn(enter('168'), text, '168'), '168', isUsable)).toBe('unusable');
});

it('[P72] a choice of another hand neither changes what is typed nor is undone by what was typed before it', () => {
  const typed = typeOn(enter('168'), '9', '168');
  expect(isChosenMeanwhile(typed, '168')).toBe(false);
  expect(isChosenMeanwhile(typed, '200')).toBe(true);
  expect(typed.text).toBe('9');
  expect(whenDone(typed, '200', isUsable)).toBe('overtaken');
});

it('[P72] whoever types on after it was said chooses anew, until another hand chooses again', () => {
  const typedOn = typeOn(typeOn(enter('168'), '9', '168'), '96', '200');
  expect(isChosenMeanwhile(typedOn, '200')).toBe(true);
  expect(whenDone(typedOn, '200', isUsable)).toBe('write');
  expect(whenDone(typedOn, '300', isUsable)).toBe('overtaken');
});

it('[P72] who only stands in a field that another hand changes has chosen nothing', () => {
  expect(isChosenMeanwhile(enter('168'), '200')).toBe(true);
  expect(whenDone(enter('168'), '200', isUsable)).toBe('nothing');
});

it('[P72] two hands that chose the same have no quarrel', () => {
  const typed = typeOn(enter('168'), '200', '168');
  expect(isChosenMeanwhile(typed, '200')).toBe(false);
  expect(whenDone(typed, '200', isUsable)).toBe('nothing');
});
