import { ProblemError, type FieldError } from '@salvatempo/http';
import type { Answers } from '../domain/survey-tally';
import type { Question, Questionnaire } from '../open-survey/questionnaire.table';
import type { AnswerDto } from './answer-survey.dto';

/** Each question answered once by choices that it has. Throws ProblemError `invalid-request` with the questions that aren't. */
export function checkedAnswers({ questions }: Questionnaire, given: readonly AnswerDto[]): Answers {
  const errors: FieldError[] = [];
  const asked = new Set(questions.map(({ code }) => code));
  for (const { question } of given) if (!asked.has(question)) errors.push(wrong('question-unknown', 'C’è una risposta a una domanda che non è in questo questionario.'));
  for (const question of questions) {
    const answers = given.filter((one) => one.question === question.code);
    if (answers.length !== 1) errors.push(wrong('question-unanswered', `Serve una risposta, una sola volta, a: ${question.text}`));
    else if (!isRight(question, answers[0]!.choices)) errors.push(wrong('choice-wrong', `La risposta non è fra quelle possibili: ${question.text}`));
  }
  if (errors.length > 0) throw new ProblemError('invalid-request', { errors });
  return Object.fromEntries(given.map(({ question, choices }) => [question, choices]));
}

const wrong = (code: string, message: string): FieldError => ({ field: 'answers', code, message });

function isRight({ kind, choices }: Question, chosen: readonly string[]): boolean {
  const possible = new Set(choices.map(({ code }) => code));
  const distinct = new Set(chosen);
  return distinct.size === chosen.length && chosen.every((code) => possible.has(code)) && (kind === 'many' || chosen.length === 1);
}
