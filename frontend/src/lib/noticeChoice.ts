/** How somebody wants to be told, as a form holds it. */
export interface NoticeChoiceForm {
  language: 'zh-CN' | 'en';
  email: string;
  required: NoticeWay[];
  progress: NoticeWay[];
}

export type NoticeWay = 'sms' | 'email' | 'inApp';

// The contract's own pattern.
const EMAIL = /^[^\s@<>,;:"()[\]\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** By SMS, and no more than the law requires. */
export function usualChoice(language: 'zh-CN' | 'en'): NoticeChoiceForm {
  return { language, email: '', required: ['sms'], progress: [] };
}

/** A choice as the API gives it, with what it leaves out. */
export function choiceForm(choice: Partial<NoticeChoiceForm>): NoticeChoiceForm {
  return { ...usualChoice('zh-CN'), ...choice };
}

/** What can be seen to be wrong: nothing goes out, or no address to write to. */
export function choiceFault(choice: NoticeChoiceForm): 'required' | 'email' | undefined {
  if (choice.required.length === 0) return 'required';
  const byMail = choice.required.includes('email') || choice.progress.includes('email');
  return byMail && !EMAIL.test(choice.email.trim()) ? 'email' : undefined;
}

/** The choice as the contract wants it; an address that isn't written to isn't given. */
export function toChoice({
  email,
  ...choice
}: NoticeChoiceForm): Omit<NoticeChoiceForm, 'email'> & { email?: string } {
  const byMail = choice.required.includes('email') || choice.progress.includes('email');
  return byMail ? { ...choice, email: email.trim() } : choice;
}
