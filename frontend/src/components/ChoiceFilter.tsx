import { SelectField } from './Field';

/** One of several to filter by, or any of them. */
export function ChoiceFilter({
  label,
  any,
  choices,
  value,
  onChange,
}: {
  label: string;
  any: string;
  choices: readonly { value: string; label: string }[];
  value: string;
  onChange: (event: { target: { value: string } }) => void;
}) {
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      <option value="">{any}</option>
      {choices.map((each) => (
        <option key={each.value} value={each.value}>
          {each.label}
        </option>
      ))}
    </SelectField>
  );
}
