import { Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { decodeId } from '#platform/database';
import { type GraphqlContext, Input, loaderOf } from '#platform/graphql';
import { Category } from '../category/category.type.js';
import type { ThreadRow } from '../thread/thread.reader.js';
import { Thread } from '../thread/thread.type.js';
import { CategoryFieldService } from './category-field.service.js';
import { FieldReader } from './field.reader.js';
import { CategoryField, CategoryFieldPayload, CreateCategoryFieldInput, RemoveCategoryFieldInput, ThreadField, UpdateCategoryFieldInput } from './field.type.js';

@Resolver(() => Category)
export class CategoryFieldResolver {
  constructor(
    private readonly reader: FieldReader,
    private readonly defined: CategoryFieldService,
  ) {}

  @ResolveField(() => [CategoryField], { description: 'What is asked of those who open a thread here, that of the categories above first.' })
  async fields(@Parent() category: Category, @Context() context: GraphqlContext): Promise<CategoryField[]> {
    const key = decodeId('category', category.id)!;
    return (await loaderOf<string, CategoryField[]>(context, 'fields', (keys) => this.reader.ofCategories(keys)).load(key)) ?? [];
  }

  @Access('admin')
  @Mutation(() => CategoryFieldPayload, { description: 'Makes a field of a category, at most 10 of each; the categories below have it too.' })
  async createCategoryField(@Input() input: CreateCategoryFieldInput) {
    return { field: await this.defined.create(input) };
  }

  @Access('admin')
  @Mutation(() => CategoryFieldPayload, { description: 'Changes a field of a category.' })
  async updateCategoryField(@Input() input: UpdateCategoryFieldInput) {
    return { field: await this.defined.update(input) };
  }

  @Access('admin')
  @Mutation(() => CategoryFieldPayload, { description: 'Asks for a field no more; what threads hold stays.' })
  async removeCategoryField(@Input() input: RemoveCategoryFieldInput) {
    return { field: await this.defined.remove(input) };
  }
}

@Resolver(() => Thread)
export class ThreadFieldResolver {
  @ResolveField(() => [ThreadField], { description: 'What was said in the fields of its category.' })
  fields(@Parent() thread: ThreadRow): ThreadField[] {
    return thread.fields ?? [];
  }
}
