type Props = {
  name: string;
  label: string;
  /** For a bar without room for words above its controls. */
  hidesLabel?: boolean;
  value: string | undefined;
  /** What it says while it filters nothing; without it there is always a choice. */
  any?: string;
  options: [value: string, label: string][];
};

/** One way to narrow a list down: no field of a form that wants an answer, so it has neither hint nor error. */
export function FilterSelect({ name, label, hidesLabel = false, value, any, options }: Props) {
  return (
    <label className={hidesLabel ? undefined : 'fld'}>
      <span className={hidesLabel ? 'vh' : 'lbl'}>{label}</span>
      <select className="inp" name={name} defaultValue={value ?? ''} key={value}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
