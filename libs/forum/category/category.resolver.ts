import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { type GraphqlContext, Input, loaderOf } from '#platform/graphql';
import { CategoryService } from './category.service.js';
import { Category, CategoryPayload, CreateCategoryInput, UpdateCategoryInput } from './category.type.js';

@Resolver(() => CategoryPayload)
export class CategoryResolver {
  constructor(private readonly categories: CategoryService) {}

  @Access('everyone')
  @Query(() => [Category], { name: 'categories', description: 'All categories, in the order they are shown; parentId makes them a tree.' })
  categoryList(): Promise<Category[]> {
    return this.categories.all();
  }

  @Access('everyone')
  @Query(() => Category, { nullable: true, description: 'A category by its name in addresses; null where there is none.' })
  category(@Args('slug', { type: () => String, description: 'Its name in addresses.' }) slug: string): Promise<Category | null> {
    return this.categories.bySlug(slug);
  }

  @Access('admin')
  @Mutation(() => CategoryPayload, { description: 'Makes a category.' })
  async createCategory(@Input() input: CreateCategoryInput) {
    return { categoryId: await this.categories.create(input) };
  }

  @Access('admin')
  @Mutation(() => CategoryPayload, { description: 'Changes a category.' })
  async updateCategory(@Input() input: UpdateCategoryInput) {
    return { categoryId: await this.categories.update(input) };
  }

  @ResolveField('category', () => Category, { nullable: true, description: 'The category; null where nothing was done.' })
  changed(@Parent() payload: CategoryPayload, @Context() context: GraphqlContext): Promise<Category | null> | null {
    if (!payload.categoryId) return null;
    return loaderOf<string, Category>(context, 'category', (keys) => this.categories.byIds(keys)).load(payload.categoryId);
  }
}
