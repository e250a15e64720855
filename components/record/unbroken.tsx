/** A number and the word it is joined to: "18-month", "6-week-long". */
const numberWord = /(\p{N}+-[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)/u;

/** A text as it is, whose number-words do not end a line at their hyphen. The letters stay the record's own, so that copying and searching find them. */
export function Unbroken({ text }: { text: string }) {
  return text.split(numberWord).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={placeOf(index)} className="nb">
        {part}
      </span>
    ),
  );
}

/** The parts of one text never move. */
function placeOf(index: number): string {
  return `u${index}`;
}
