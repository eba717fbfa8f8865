/** Where a group's dead letters go. */
export const deadLetterTopicOf = (group: string): string => `${group}.dlq`;
